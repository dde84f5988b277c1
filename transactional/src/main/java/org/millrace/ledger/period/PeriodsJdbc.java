package org.millrace.ledger.period;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PeriodsJdbc implements Periods {
  private final JdbcClient jdbc;

  PeriodsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public boolean close(CompanyCode company, YearMonth month) {
    jdbc.sql("insert into ledger.book values (:company, 0) on conflict do nothing")
        .param("company", company.value())
        .update();
    jdbc.sql("select last_number from ledger.book where company = :company for update")
        .param("company", company.value())
        .query(Long.class)
        .single();
    return jdbc.sql(
                """
                insert into ledger.period(company, month, closed_by)
                values (:company, :month, :actor) on conflict do nothing
                """)
            .param("company", company.value())
            .param("month", month.atDay(1))
            .param("actor", Acting.actor())
            .update()
        == 1;
  }

  @Override
  public List<Closed> closed(CompanyCode company) {
    return jdbc.sql("select * from ledger.period where company = :company order by month")
        .param("company", company.value())
        .query(
            (row, n) ->
                new Closed(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    row.getString("closed_by"),
                    row.getObject("closed_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
