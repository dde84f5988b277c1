package org.millrace.sales.number;

import java.util.List;
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
    if (count == 0) {
      return List.of();
    }
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
}
