package org.millrace.ledger.group;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.ledger.Account;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures of companies of a group; a party that has the code of one of them is that company. */
@Component
class GroupBooksJdbc {
  private final JdbcClient jdbc;

  GroupBooksJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that was posted until that day, by account, day where it matters, and company. */
  GroupStatement.Member member(Company company, List<CompanyCode> group, LocalDate to) {
    return new GroupStatement.Member(
        company.code(),
        company.currency(),
        jdbc.sql(
                """
                select l.account, a.name, a.type, days.day, days.partner,
                  sum(l.debit - l.credit) as amount
                from ledger.entry e
                join ledger.line l on l.company = e.company and l.entry = e.number
                join ledger.account a on a.code = l.account
                cross join lateral (select
                  case when a.type in ('asset', 'liability') then :to else e.posting_date end
                    as day,
                  case when e.party = any(:group) and (a.control or a.type = 'revenue')
                    then e.party end as partner) days
                where e.company = :company and e.posting_date <= :to
                group by l.account, a.name, a.type, days.day, days.partner
                having sum(l.debit - l.credit) <> 0
                order by l.account, days.day, days.partner
                """)
            .param("company", company.code().value())
            .param("to", to)
            .param("group", group.stream().map(CompanyCode::value).toArray(String[]::new))
            .query(
                (row, n) ->
                    new GroupStatement.Figure(
                        row.getString("account"),
                        row.getString("name"),
                        Account.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                        row.getObject("day", LocalDate.class),
                        Optional.ofNullable(row.getString("partner")).map(CompanyCode::new),
                        row.getBigDecimal("amount")))
            .list());
  }
}
