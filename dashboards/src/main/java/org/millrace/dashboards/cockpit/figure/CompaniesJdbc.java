package org.millrace.dashboards.cockpit.figure;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.millrace.dashboards.query.Query;
import org.springframework.stereotype.Component;

@Component
final class CompaniesJdbc implements Companies {
  private static final List<String> TABLES =
      List.of("trial_balance", "sales_monthly", "stock_balance", "sales_order");
  private static final String MONTHS =
      """
      select company, currency, 2 as weight, min(month)::text, max(month)::text, ''
      from mart.trial_balance group by 1, 2
      union all
      select company, currency, 1, min(month)::text, max(month)::text, country
      from mart.sales_monthly group by company, currency, country
      union all
      select company, currency, 0, null, null, '' from mart.stock_balance group by 1, 2
      union all
      select company, currency, 0, null, null, '' from mart.sales_order group by 1, 2
      """;

  private final FiguresJdbc figures;
  private final StampsJdbc stamps;

  CompaniesJdbc(FiguresJdbc figures, StampsJdbc stamps) {
    this.figures = figures;
    this.stamps = stamps;
  }

  @Override
  public List<Company> all() {
    if (!stamps.haveAll(TABLES)) {
      return List.of();
    }
    Map<String, Stamp> published = stamps.all();
    long version =
        TABLES.stream()
            .flatMap(t -> Optional.ofNullable(published.get(t)).stream())
            .mapToLong(stamp -> 31 * stamp.table().hashCode() + stamp.edition())
            .sum();
    Map<String, Facts> companies = new TreeMap<>();
    for (List<Object> row : figures.rows(new Query(MONTHS, List.of()), version)) {
      companies.computeIfAbsent(row.get(0).toString(), code -> new Facts()).add(row);
    }
    List<Company> all = new ArrayList<>();
    companies.forEach((code, facts) -> all.add(facts.company(code)));
    return all;
  }

  /** Gathers the rows of one company. */
  private static final class Facts {
    private final Map<String, Integer> currencies = new TreeMap<>();
    private final TreeSet<YearMonth> months = new TreeSet<>();
    private final TreeSet<String> countries = new TreeSet<>();

    void add(List<Object> row) {
      currencies.merge(row.get(1).toString(), ((Number) row.get(2)).intValue(), Integer::sum);
      for (Object month : row.subList(3, 5)) {
        if (!month.toString().isEmpty()) {
          months.add(YearMonth.parse(month.toString().substring(0, 7)));
        }
      }
      if (!row.get(5).toString().isEmpty()) {
        countries.add(row.get(5).toString());
      }
    }

    Company company(String code) {
      String main =
          currencies.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      return new Company(
          code,
          main,
          List.copyOf(currencies.keySet()),
          months.isEmpty() ? Optional.empty() : Optional.of(months.first()),
          months.isEmpty() ? Optional.empty() : Optional.of(months.last()),
          List.copyOf(countries));
    }
  }
}
