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

  DocumentNumbersJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Numbers that a file brought are passed over: they exist, so that no gap arises. A file brings
   * thousands in a row, so each look is at more of them than the one before.
   */
  @Override
  public List<String> take(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count) {
    Counted counted = count(company, kind, day, count);
    NumberSeries numbers = counted.numbers();
    Series series = new Series(company, kind, numbers.yearOf(day.getYear()));
    List<String> taken = new ArrayList<>(count);
    long last = counted.last();
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

  @Override
  public void giveBack(CompanyCode company, DocumentKind<?> kind, LocalDate day, String first) {
    Counted counted = count(company, kind, day, 0);
    NumberSeries numbers = counted.numbers();
    int year = numbers.yearOf(day.getYear());
    long number = counted.last();
    while (!numbers.number(year, number).equals(first)) {
      number--;
      if (number < numbers.first()) {
        throw new IllegalStateException(kind.name() + " " + first + " was not taken just now");
      }
    }
    set(new Series(company, kind, year), number - 1);
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

  /** A series, and the last of the numbers that were just taken from it. */
  private record Counted(NumberSeries numbers, long last) {}

  /** Reads the series and counts it on by one statement. */
  private Counted count(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count) {
    NumberSeries standard = NumberSeries.standard(kind.prefix());
    return jdbc.sql(
            """
            with series as materialized (
              select coalesce(s.prefix, :prefix) as prefix, coalesce(s.digits, :digits) as digits,
                coalesce(s.first, :first) as first, coalesce(s.with_year, false) as with_year
              from (select 1) as always left join document.number_series s
                on s.company = :company and s.kind = :kind)
            insert into document.last_number as l (company, kind, year, number)
            select :company, :kind, case when with_year then :year else 0 end, first + :count - 1
            from series
            on conflict (company, kind, year)
            do update set number = greatest(l.number + 1, excluded.number - :count + 1) + :count - 1
            returning number, (select prefix from series), (select digits from series),
              (select first from series), (select with_year from series)
            """)
        .param("prefix", standard.prefix())
        .param("digits", standard.digits())
        .param("first", standard.first())
        .param("company", company.value())
        .param("kind", kind.name())
        .param("year", day.getYear())
        .param("count", count)
        .query((row, i) -> new Counted(NumberSeriesJdbc.series(row), row.getLong("number")))
        .single();
  }

  @Override
  public Set<String> taken(CompanyCode company, DocumentKind<?> kind, Collection<String> numbers) {
    if (kind.table().isEmpty()) {
      return Set.of();
    }
    return jdbc.sql(
            "select %1$s from %2$s where company = ? and %1$s = any(?)"
                .formatted(kind.key(), kind.table()))
        .params(company.value(), numbers.toArray(String[]::new))
        .query(String.class)
        .set();
  }
}
