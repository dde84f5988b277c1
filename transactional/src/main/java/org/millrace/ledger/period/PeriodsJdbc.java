package org.millrace.ledger.period;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.EventHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PeriodsJdbc implements Periods {
  private final JdbcClient jdbc;

  PeriodsJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void hold(CompanyCode company) {
    jdbc.sql("insert into ledger.book values (:company, 0) on conflict do nothing")
        .param("company", company.value())
        .update();
    jdbc.sql("select last_number from ledger.book where company = :company for update")
        .param("company", company.value())
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<YearMonth> closedThrough(CompanyCode company) {
    return jdbc.sql("select max(month) from ledger.period where company = :company and not open")
        .param("company", company.value())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(YearMonth::from);
  }

  @Override
  public List<Versioned> close(CompanyCode company, YearMonth month) {
    return jdbc
        .sql(
            """
            insert into ledger.period (company, month, closed_by)
            select :company, m::date, :actor from generate_series(
              least(:month::date, (select date_trunc('month', min(posting_date))::date
                from ledger.entry where company = :company)),
              :month::date, interval '1 month') m
            on conflict (company, month) do update
              set open = false, version = period.version + 1,
                closed_by = excluded.closed_by, closed_at = clock_timestamp()
              where period.open
            returning month, version
            """)
        .param("company", company.value())
        .param("month", month.atDay(1))
        .param("actor", Acting.actor())
        .query((row, n) -> versioned(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(Versioned::month))
        .toList();
  }

  @Override
  public Versioned reopen(CompanyCode company, YearMonth month) {
    return jdbc.sql(
            """
            update ledger.period set open = true, version = version + 1
            where company = :company and month = :month returning month, version
            """)
        .param("company", company.value())
        .param("month", month.atDay(1))
        .query((row, n) -> versioned(row))
        .single();
  }

  private static Versioned versioned(ResultSet row) throws SQLException {
    YearMonth month = YearMonth.from(row.getObject("month", LocalDate.class));
    return new Versioned(month, row.getLong("version"));
  }

  @Override
  public List<Listed> months(CompanyCode company, YearMonth running) {
    return jdbc.sql(
            """
            select m::date as month, p.closed_by, p.closed_at from generate_series(
              least(:running::date,
                (select date_trunc('month', min(posting_date))::date
                  from ledger.entry where company = :company),
                (select min(month) from ledger.period where company = :company)),
              :running::date, interval '1 month') m
            left join ledger.period p
              on p.company = :company and p.month = m::date and not p.open
            order by m desc
            """)
        .param("company", company.value())
        .param("running", running.atDay(1))
        .query(
            (row, n) ->
                new Listed(
                    YearMonth.from(row.getObject("month", LocalDate.class)),
                    Optional.ofNullable(row.getString("closed_by")),
                    Optional.ofNullable(row.getObject("closed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .list();
  }

  @Override
  public List<Act> history(CompanyCode company, YearMonth month) {
    return jdbc.sql(
            """
            select type, actor, recorded_at, payload::json->>'reason' as reason
            from outbox.event
            where aggregate_id = ? order by aggregate_version desc
            """)
        .param(EventHead.aggregateId("ledger-period", company, month.toString()))
        .query(
            (row, n) ->
                new Act(
                    row.getString("type"),
                    row.getString("actor"),
                    row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                    Optional.ofNullable(row.getString("reason"))))
        .list();
  }
}
