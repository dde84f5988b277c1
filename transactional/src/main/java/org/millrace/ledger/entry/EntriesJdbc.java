package org.millrace.ledger.entry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.millrace.database.BulkRows;
import org.millrace.database.PerTransaction;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Chart;
import org.millrace.ledger.JournalEntryPosted;
import org.millrace.ledger.StandardAccounts;
import org.millrace.outbox.Acting;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EntriesJdbc implements Entries {
  private static final List<String> ENTRY_COLUMNS =
      List.of(
          "company",
          "number",
          "posting_date",
          "currency",
          "rule",
          "text",
          "document_domain",
          "document_type",
          "document_number",
          "party",
          "source_event_id",
          "reverses",
          "actor");
  private static final List<String> LINE_COLUMNS =
      List.of(
          "company",
          "entry",
          "line",
          "account",
          "debit",
          "credit",
          "original_currency",
          "original_amount",
          "dimensions");
  private final PerTransaction<CompanyCode, Chart> charts = new PerTransaction<>();
  private final JdbcClient jdbc;
  private final BulkRows bulk;

  EntriesJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public Chart chart(CompanyCode company) {
    return charts.get(company, this::read);
  }

  private Chart read(CompanyCode company) {
    Map<AccountCode, Account> accounts = new HashMap<>();
    Map<AccountCode, AccountCode> roles = new HashMap<>();
    AtomicBoolean isOwn = new AtomicBoolean(true);
    jdbc.sql(
            """
            select code, name, type, control, false as closed, null as roles, null as reports_as,
              false as own
            from ledger.account
            where not exists (select from ledger.own_chart where company = :company)
            union all
            select code, name, type, control, closed, roles, reports_as, true
            from ledger.chart_account where company = :company
            order by own
            """)
        .param("company", company.value())
        .query(
            row -> {
              Account account = account(row);
              accounts.put(account.code(), account);
              if (!row.getBoolean("own")) {
                isOwn.set(false);
              }
              String words = row.getString("roles");
              if (words != null) {
                for (String role : words.split(";")) {
                  roles.put(StandardAccounts.roles().get(role), account.code());
                }
              }
            });
    return new Chart(accounts, roles, isOwn.get());
  }

  static Account account(ResultSet row) throws SQLException {
    return new Account(
        new AccountCode(row.getString("code")),
        row.getString("name"),
        Account.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
        row.getBoolean("control"),
        row.getBoolean("closed"),
        Optional.ofNullable(row.getString("reports_as")).map(AccountCode::new));
  }

  @Override
  public long take(CompanyCode company, int numbers) {
    return jdbc.sql(
                """
                insert into ledger.book as b (company, last_number) values (:company, :numbers)
                on conflict (company) do update set last_number = b.last_number + :numbers
                returning last_number
                """)
            .param("company", company.value())
            .param("numbers", numbers)
            .query(Long.class)
            .single()
        - numbers
        + 1;
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
  public void add(List<JournalEntryPosted> entries, List<Optional<Long>> reverses) {
    List<Object[]> heads = new ArrayList<>(entries.size());
    List<Object[]> lines = new ArrayList<>(entries.size() * 2);
    for (JournalEntryPosted entry : entries) {
      CompanyCode company = entry.head().company();
      heads.add(
          new Object[] {
            company,
            entry.number(),
            entry.postingDate(),
            entry.currency(),
            entry.rule(),
            entry.text(),
            entry.document().domain(),
            entry.document().type(),
            entry.document().number(),
            entry.party(),
            entry.sourceEventId(),
            reverses.get(heads.size()),
            Acting.actor()
          });
      for (JournalEntryPosted.Line line : entry.lines()) {
        lines.add(
            new Object[] {
              company,
              entry.number(),
              line.line(),
              line.account(),
              line.debit(),
              line.credit(),
              line.originalCurrency(),
              line.originalAmount(),
              line.dimensions()
            });
      }
    }
    bulk.copy("ledger.entry", ENTRY_COLUMNS, heads);
    bulk.copy("ledger.line", LINE_COLUMNS, lines);
  }

  @Override
  public Map<String, Money> balances(
      CompanyCode company,
      String domain,
      Collection<String> documents,
      Collection<AccountCode> accounts) {
    Map<String, Money> balances = new HashMap<>();
    jdbc.sql(
            """
            select e.document_number, e.currency, sum(l.amount) as balance
            from ledger.entry e cross join lateral (
              select debit - credit as amount from ledger.line
              where company = e.company and entry = e.number and account = any(:accounts)
              offset 0) l -- keeps to the key when the statistics lag behind an import
            where e.company = :company and e.document_number = any(:documents)
              and e.document_domain = :domain
            group by e.document_number, e.currency
            """)
        .param("company", company.value())
        .param("domain", domain)
        .param("documents", documents.toArray(String[]::new))
        .param("accounts", accounts.stream().map(AccountCode::value).toArray(String[]::new))
        .query(
            row -> {
              Currency currency = Currency.getInstance(row.getString("currency"));
              Money balance = Money.of(row.getBigDecimal("balance"), currency);
              balances.put(row.getString("document_number"), balance);
            });
    return balances;
  }
}
