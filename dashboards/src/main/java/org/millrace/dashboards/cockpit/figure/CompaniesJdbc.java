package org.millrace.dashboards.cockpit.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
      List.of("trial_balance", "sales_monthly", "sales_daily", "stock_balance", "sales_order");
  private static final String MONTHS =
      """
      select company, currency, 2 as weight, min(month)::text, max(month)::text, ''
      from mart.trial_balance group by 1, 2
      union all
      select company, currency, 1, min(month)::text, max(month)::text, country
      from mart.sales_monthly group by company, currency, country
      union all
      select company, currency, 0, min(day)::text, max(day)::text, ''
      from mart.sales_daily group by 1, 2
      union all
      select company, currency, 0, null, null, '' from mart.stock_balance group by 1, 2
      union all
      select company, currency, 0, null, null, '' from mart.sales_order group by 1, 2
      """;

  /** A company that did nothing yet has its currency all the same. */
  private static final String OPENED = "company";

  private static final String ALL_OPENED =
      "select company, currency, 3, null, null, '', time_zone,"
          + " fiscal_year_start_month from mart.company";

  private static final String CLOSINGS = "closed_period";
  private static final String CLOSED =
      "select company, max(month)::text from mart.closed_period where is_open is not true"
          + " group by 1";

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
            .mapToLong(stamp -> 31L * stamp.table().hashCode() + stamp.edition())
            .sum();
    Map<String, Facts> companies = new TreeMap<>();
    for (List<Object> row : figures.rows(new Query(MONTHS, List.of()), version)) {
      companies.computeIfAbsent(row.get(0).toString(), code -> new Facts()).add(row);
    }
    if (published.containsKey(OPENED)) {
      Query query = new Query(ALL_OPENED, List.of());
      for (List<Object> row : figures.rows(query, published.get(OPENED).edition())) {
        companies.computeIfAbsent(row.get(0).toString(), code -> new Facts()).add(row);
      }
    }
    Map<String, YearMonth> closed = closed(published);
    List<Company> all = new ArrayList<>();
    companies.forEach(
        (code, facts) -> all.add(facts.company(code, Optional.ofNullable(closed.get(code)))));
    return all;
  }

  /** The last closed month of each company; none while that is not published. */
  private Map<String, YearMonth> closed(Map<String, Stamp> published) {
    Map<String, YearMonth> closed = new TreeMap<>();
    if (published.containsKey(CLOSINGS)) {
      Query query = new Query(CLOSED, List.of());
      for (List<Object> row : figures.rows(query, published.get(CLOSINGS).edition())) {
        closed.put(row.get(0).toString(), month(row.get(1)));
      }
    }
    return closed;
  }

  private static YearMonth month(Object day) {
    return YearMonth.from(LocalDate.parse(day.toString().substring(0, "2011-08-01".length())));
  }

  /** Gathers the rows of one company. */
  private static final class Facts {
    private static final int ZONE = 6;
    private static final int START_MONTH = 7;
    private final Map<String, Integer> currencies = new TreeMap<>();
    private final TreeSet<YearMonth> months = new TreeSet<>();
    private final TreeSet<LocalDate> days = new TreeSet<>();
    private final TreeSet<String> countries = new TreeSet<>();
    private ZoneId zone = ZoneOffset.UTC;
    private int startMonth = 1;

    void add(List<Object> row) {
      currencies.merge(row.get(1).toString(), ((Number) row.get(2)).intValue(), Integer::sum);
      for (Object month : row.subList(3, 5)) {
        if (!month.toString().isEmpty()) {
          LocalDate day = LocalDate.parse(month.toString().substring(0, 10));
          months.add(YearMonth.from(day));
          days.add(day);
        }
      }
      if (!row.get(5).toString().isEmpty()) {
        countries.add(row.get(5).toString());
      }
      if (row.size() > ZONE && !row.get(ZONE).toString().isEmpty()) {
        zone = ZoneId.of(row.get(ZONE).toString());
      }
      if (row.size() > START_MONTH && row.get(START_MONTH) instanceof Number month) {
        startMonth = month.intValue();
      }
    }

    /** In the first month the day of the first sale, where one is known. */
    private Optional<LocalDate> firstDay() {
      return days.stream()
          .filter(day -> YearMonth.from(day).equals(months.first()))
          .filter(day -> day.getDayOfMonth() > 1)
          .findFirst()
          .or(() -> months.isEmpty() ? Optional.empty() : Optional.of(months.first().atDay(1)));
    }

    Company company(String code, Optional<YearMonth> closedTo) {
      String main =
          currencies.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      return new Company(
          code,
          main,
          List.copyOf(currencies.keySet()),
          months.isEmpty() ? Optional.empty() : Optional.of(months.first()),
          months.isEmpty() ? Optional.empty() : Optional.of(months.last()),
          firstDay(),
          closedTo,
          List.copyOf(countries),
          zone,
          startMonth);
    }
  }
}
