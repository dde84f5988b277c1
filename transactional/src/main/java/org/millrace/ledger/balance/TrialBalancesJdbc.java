package org.millrace.ledger.balance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.dimension.DimensionValues;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.party.Company;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class TrialBalancesJdbc implements TrialBalances {
  private final JdbcClient jdbc;

  TrialBalancesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<TrialBalance.Row> upTo(
      Company company, YearMonth month, Optional<DimensionValues> of) {
    return jdbc.sql(
            """
            select l.account as code, max(l.account_name) as name, max(l.account_type) as type,
              bool_or(l.control) as control,
              coalesce(sum(l.debit - l.credit) filter (where e.posting_date < :start), 0) opening,
              coalesce(sum(l.debit) filter (where e.posting_date >= :start), 0) debit,
              coalesce(sum(l.credit) filter (where e.posting_date >= :start), 0) credit
            from ledger.entry e
            join ledger.journal_line l on l.company = e.company and l.entry = e.number
            where e.company = :company and e.posting_date <= :end
              and (:named::text is null
                or string_to_array(l.dimensions, ';') @> string_to_array(:named, ';'))
            group by l.account order by l.account
            """)
        .param("company", company.code().value())
        .param("named", of.map(DimensionValues::value).orElse(null))
        .param("start", month.atDay(1))
        .param("end", month.atEndOfMonth())
        .query(
            (row, n) ->
                new TrialBalance.Row(
                    new Account(
                        new AccountCode(row.getString("code")),
                        row.getString("name"),
                        Account.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getBoolean("control")),
                    Money.of(row.getBigDecimal("opening"), company.currency()),
                    Money.of(row.getBigDecimal("debit"), company.currency()),
                    Money.of(row.getBigDecimal("credit"), company.currency())))
        .list();
  }

  @Override
  public Optional<YearMonth> lastMonth(Company company) {
    return jdbc.sql("select max(posting_date) from ledger.entry where company = :company")
        .param("company", company.code().value())
        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
        .single()
        .map(YearMonth::from);
  }
}
