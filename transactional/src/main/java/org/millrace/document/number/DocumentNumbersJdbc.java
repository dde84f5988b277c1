package org.millrace.document.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.millrace.document.DocumentKind;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DocumentNumbersJdbc implements DocumentNumbers {
  private static final long GROWTH = 8;
  private static final int LEAST_LOOK = 64;
  private static final int LARGEST_LOOK = 16_384;

  private final JdbcClient jdbc;
  private final NumberSeriesJdbc settings;

  DocumentNumbersJdbc(JdbcClient jdbc, NumberSeriesJdbc settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * Numbers that a file brought are passed over: they exist, so that no gap arises. A file brings
   * thousands in a row, so each look is at more of them than the one before.
   */
  @Override
  public List<String> take(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count) {
    NumberSeries numbers = settings.of(company, kind).series();
    Series series = new Series(company, kind, numbers.yearOf(day.getYear()));
    List<String> taken = new ArrayList<>(count);
    long last = last(series, numbers.first(), count);
    long from = last - count + 1;
    int look = count;
    while (true) {
      Map<String, Long> wanted = new LinkedHashMap<>();
      for (long number = from; number < from + look; number++) {
        wanted.put(numbers.number(series.year(), number), number);
      }
      wanted.keySet().removeAll(taken(company, kind, wanted.keySet()));
      wanted.keySet().stream().limit(count - taken.size()).forEach(taken::add);
      if (taken.size() == count) {
        long used = Objects.requireNonNull(wanted.get(taken.get(count - 1)));
        if (used != last) {
          set(series, used);
        }
        return taken;
      }
      from += look;
      look = (int) Math.min(LARGEST_LOOK, Math.max(LEAST_LOOK, look * GROWTH));
    }
  }

  private record Series(CompanyCode company, DocumentKind<?> kind, int year) {}

  private void set(Series series, long number) {
    jdbc.sql(
            """
            update document.last_number set number = ?
            where company = ? and kind = ? and year = ?
            """)
        .params(number, series.company().value(), series.kind().name(), series.year())
        .update();
  }

  private long last(Series series, long first, int count) {
    return jdbc.sql(
            """
            insert into document.last_number as l (company, kind, year, number)
            values (:company, :kind, :year, :first + :count - 1)
            on conflict (company, kind, year)
            do update set number = greatest(l.number + 1, :first) + :count - 1
            returning number
            """)
        .param("company", series.company().value())
        .param("kind", series.kind().name())
        .param("year", series.year())
        .param("first", first)
        .param("count", count)
        .query(Long.class)
        .single();
  }

  @Override
  public Set<String> taken(CompanyCode company, DocumentKind<?> kind, Collection<String> numbers) {
    if (kind.table().isEmpty()) {
      return Set.of();
    }
    return jdbc.sql("select number from " + kind.table() + " where company = ? and number = any(?)")
        .params(company.value(), numbers.toArray(String[]::new))
        .query(String.class)
        .set();
  }
}
