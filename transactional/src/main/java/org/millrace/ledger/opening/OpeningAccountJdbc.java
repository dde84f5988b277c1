package org.millrace.ledger.opening;

import java.time.LocalDate;
import java.util.List;
import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.document.list.RowLists;
import org.millrace.document.list.Rows;
import org.millrace.document.number.DocumentNumber;
import org.millrace.ledger.Chart;
import org.millrace.ledger.Charts;
import org.millrace.ledger.StandardAccounts;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on the account of opening balances. */
@Component
class OpeningAccountJdbc implements UnclearedOpenings {
  private static final String SOURCES =
      """
      select e.document_domain || '.' || e.document_type as id,
        count(distinct e.number)::int as entries,
        sum(l.debit) as debit, sum(l.credit) as credit, sum(l.debit - l.credit) as balance,
        max(e.currency) as currency
      from ledger.entry e
      join ledger.line l on l.company = e.company and l.entry = e.number
      where e.company = ? and l.account = ?
      group by e.document_domain, e.document_type
      """;

  private final JdbcClient jdbc;
  private final RowLists lists;
  private final Companies companies;
  private final Charts charts;

  OpeningAccountJdbc(JdbcClient jdbc, RowLists lists, Companies companies, Charts charts) {
    this.jdbc = jdbc;
    this.lists = lists;
    this.companies = companies;
    this.charts = charts;
  }

  /** By kind of document. */
  ListAnswer<OpeningSource> sources(CompanyCode code, ListRequest request) {
    Company company = companies.named(code);
    Rows rows = Rows.of(code, SOURCES, account(company));
    return lists.page(OpeningSource.class, rows, request);
  }

  @Override
  public List<DocumentNumber> at(Company company, LocalDate day) {
    return jdbc.sql(
            """
            select o.number from ledger.opening o
            where o.company = :company and o.opening_date <= :day
              and (o.reversed_on is null or o.reversed_on > :day)
              and (select sum(l.debit - l.credit) from ledger.entry e
                join ledger.line l on l.company = e.company and l.entry = e.number
                where e.company = :company and e.posting_date <= :day::date + 1
                  and l.account = :account) <> 0
            order by o.opening_date, o.number
            """)
        .param("company", company.code().value())
        .param("day", day)
        .param("account", account(company))
        .query((row, n) -> new DocumentNumber(row.getString("number")))
        .list();
  }

  /** None of an own chart that has no such account: nothing can stand there. */
  private String account(Company company) {
    Chart chart = charts.of(company.code());
    boolean isMissing =
        chart.isOwn() && !chart.roles().containsKey(StandardAccounts.OPENING_BALANCES);
    return isMissing ? "" : chart.of(StandardAccounts.OPENING_BALANCES).value();
  }
}
