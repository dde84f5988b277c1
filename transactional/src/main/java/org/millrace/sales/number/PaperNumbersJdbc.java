package org.millrace.sales.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PaperNumbersJdbc implements PaperNumbers {
  private final JdbcClient jdbc;

  PaperNumbersJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<String> take(CompanyCode company, Series series, int count) {
    List<String> free = new ArrayList<>(count);
    while (free.size() < count) {
      List<String> next = next(company, series, count - free.size());
      Set<String> taken = taken(company, series, next);
      next.stream().filter(number -> !taken.contains(number)).forEach(free::add);
    }
    return free;
  }

  private List<String> next(CompanyCode company, Series series, int count) {
    long last =
        jdbc.sql(
                """
                insert into sales.last_number(company, series, number)
                values (:company, :series, :count)
                on conflict (company, series)
                do update set number = last_number.number + excluded.number
                returning number
                """)
            .param("company", company.value())
            .param("series", series.name())
            .param("count", count)
            .query(Long.class)
            .single();
    return LongStream.rangeClosed(last - count + 1, last).mapToObj(series::number).toList();
  }

  /** Numbers that files brought; the series passes them over. */
  private Set<String> taken(CompanyCode company, Series series, List<String> numbers) {
    return jdbc.sql(
            "select number from " + series.table() + " where company = ? and number = any(?)")
        .params(company.value(), numbers.toArray(String[]::new))
        .query(String.class)
        .set();
  }
}
