package org.millrace.document.number;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.millrace.document.DocumentKind;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DocumentNumbersJdbc implements DocumentNumbers {
  private final JdbcClient jdbc;
  private final NumberSeriesJdbc settings;

  DocumentNumbersJdbc(JdbcClient jdbc, NumberSeriesJdbc settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Numbers that a file brought are passed over: they exist, so that no gap arises. */
  @Override
  public List<String> take(CompanyCode company, DocumentKind<?> kind, LocalDate day, int count) {
    NumberSeries series = settings.of(company, kind).series();
    int year = series.yearOf(day.getYear());
    List<String> taken = new ArrayList<>(count);
    while (taken.size() < count) {
      int missing = count - taken.size();
      long last = last(new Series(company, kind, year), series.first(), missing);
      List<String> wanted =
          LongStream.rangeClosed(last - missing + 1, last)
              .mapToObj(number -> series.number(year, number))
              .toList();
      Set<String> existing = taken(company, kind, wanted);
      wanted.stream().filter(number -> !existing.contains(number)).forEach(taken::add);
    }
    return taken;
  }

  private record Series(CompanyCode company, DocumentKind<?> kind, int year) {}

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
