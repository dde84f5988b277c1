package org.millrace.ledger.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.millrace.database.Transactions;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.party.Company;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class JournalBooksJdbc implements JournalBooks {
  private static final int SLICE = 2_000;

  private final JdbcClient jdbc;
  private final JdbcTemplate streaming;
  private final Transactions transactions;
  private final Clock clock;

  JournalBooksJdbc(
      JdbcClient jdbc, JdbcTemplate streaming, Transactions transactions, Clock clock) {
    this.jdbc = jdbc;
    this.streaming = streaming;
    this.transactions = transactions;
    this.clock = clock;
  }

  private record Bounds(Optional<LocalDate> first, Optional<LocalDate> last, long number) {}

  /** What is posted while the book is read is not in it: entries of later numbers are left out. */
  @Override
  public JournalBook of(Company company, Optional<LocalDate> from, Optional<LocalDate> to) {
    Bounds bounds =
        jdbc.sql(
                """
                select min(posting_date) as first, max(posting_date) as last,
                  coalesce(max(number), 0) as number
                from ledger.entry where company = ?
                """)
            .param(company.code().value())
            .query(
                (row, n) ->
                    new Bounds(
                        Optional.ofNullable(row.getObject("first", LocalDate.class)),
                        Optional.ofNullable(row.getObject("last", LocalDate.class)),
                        row.getLong("number")))
            .single();
    LocalDate today = company.dayOf(clock.instant());
    return new Stored(
        company,
        from.or(bounds::first).orElse(today),
        to.or(bounds::last).orElse(today),
        bounds.number(),
        clock.instant());
  }

  private final class Stored implements JournalBook {
    private final Company company;
    private final LocalDate from;
    private final LocalDate to;
    private final long last;
    private final Instant readAt;

    Stored(Company company, LocalDate from, LocalDate to, long last, Instant readAt) {
      this.company = company;
      this.from = from;
      this.to = to;
      this.last = last;
      this.readAt = readAt;
    }

    @Override
    public Company company() {
      return company;
    }

    @Override
    public LocalDate from() {
      return from;
    }

    @Override
    public LocalDate to() {
      return to;
    }

    @Override
    public Instant readAt() {
      return readAt;
    }

    @Override
    public List<AccountBalance> accounts() {
      return asked(
              """
              select l.account as code, max(l.account_name) as name, max(l.account_type) as type,
                bool_or(l.control) as control,
                coalesce(sum(l.debit - l.credit) filter (where e.posting_date < :from), 0)
                  as opening,
                sum(l.debit - l.credit) as closing
              from ledger.entry e
              join ledger.journal_line l on l.company = e.company and l.entry = e.number
              where e.company = :company and e.posting_date <= :to and e.number <= :last
              group by l.account order by l.account
              """)
          .query(
              (row, n) ->
                  new AccountBalance(
                      new Account(
                          new AccountCode(row.getString("code")),
                          row.getString("name"),
                          Account.Type.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                          row.getBoolean("control")),
                      row.getBigDecimal("opening"),
                      row.getBigDecimal("closing")))
          .list();
    }

    @Override
    public List<BookPartner> partners() {
      return asked(
              """
              select p.code, p.name, p.country, 'customer' = any(p.roles) as customer,
                'supplier' = any(p.roles) as supplier
              from party.party p
              where p.company = :company and exists (
                select from ledger.entry e
                where e.company = p.company and e.party = p.code and e.number <= :last
                  and e.posting_date between :from and :to)
              order by p.code
              """)
          .query(
              (row, n) ->
                  new BookPartner(
                      row.getString("code"),
                      row.getString("name"),
                      row.getString("country"),
                      row.getBoolean("customer"),
                      row.getBoolean("supplier")))
          .list();
    }

    @Override
    public Totals totals() {
      return asked(
              """
              select count(distinct e.number) as entries, coalesce(sum(l.debit), 0) as debit,
                coalesce(sum(l.credit), 0) as credit
              from ledger.entry e
              join ledger.line l on l.company = e.company and l.entry = e.number
              where e.company = :company and e.number <= :last
                and e.posting_date between :from and :to
              """)
          .query(
              (row, n) ->
                  new Totals(
                      row.getLong("entries"),
                      row.getBigDecimal("debit"),
                      row.getBigDecimal("credit")))
          .single();
    }

    private JdbcClient.StatementSpec asked(String sql) {
      return jdbc.sql(sql)
          .param("company", company.code().value())
          .param("from", from)
          .param("to", to)
          .param("last", last);
    }

    /** The database hands rows over in slices only within a transaction. */
    @Override
    public void read(Consumer<BookedEntry> reader) {
      transactions.inOne(
          () -> {
            Gathering gathering = new Gathering(reader);
            streaming.query(
                connection -> {
                  var statement =
                      connection.prepareStatement(
                          """
                          select e.number, e.posting_date, e.recorded_at, e.actor, e.text,
                            e.document_domain, e.document_type, e.document_number, e.party,
                            p.name as party_name, l.line, l.account, l.account_name,
                            l.debit, l.credit, l.original_currency, l.original_amount
                          from ledger.entry e
                          join ledger.journal_line l
                            on l.company = e.company and l.entry = e.number
                          left join party.party p on p.company = e.company and p.code = e.party
                          where e.company = ? and e.number <= ?
                            and e.posting_date between ? and ?
                          order by e.number, l.line
                          """);
                  statement.setFetchSize(SLICE);
                  statement.setString(1, company.code().value());
                  statement.setLong(2, last);
                  statement.setObject(3, from);
                  statement.setObject(4, to);
                  return statement;
                },
                (ResultSet row) -> gathering.add(row));
            gathering.finish();
            return true;
          });
    }
  }

  /** Puts the lines of an entry together. */
  private static final class Gathering {
    private final Consumer<BookedEntry> reader;
    private final List<BookedEntry> begun = new ArrayList<>(1);
    private final List<BookedEntry.Line> lines = new ArrayList<>();

    Gathering(Consumer<BookedEntry> reader) {
      this.reader = reader;
    }

    void add(ResultSet row) throws SQLException {
      if (begun.isEmpty() || begun.get(0).number() != row.getLong("number")) {
        finish();
        begun.add(head(row));
      }
      lines.add(
          new BookedEntry.Line(
              row.getInt("line"),
              new AccountCode(row.getString("account")),
              row.getString("account_name"),
              row.getBigDecimal("debit"),
              row.getBigDecimal("credit"),
              original(row)));
    }

    private static Optional<Money> original(ResultSet row) throws SQLException {
      String currency = row.getString("original_currency");
      return currency == null
          ? Optional.empty()
          : Optional.of(
              Money.of(row.getBigDecimal("original_amount"), Currency.getInstance(currency)));
    }

    void finish() {
      begun.forEach(entry -> reader.accept(entry.having(lines)));
      begun.clear();
      lines.clear();
    }

    private static BookedEntry head(ResultSet row) throws SQLException {
      String party = row.getString("party");
      return new BookedEntry(
          row.getLong("number"),
          row.getObject("posting_date", LocalDate.class),
          row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
          row.getString("actor"),
          row.getString("text"),
          new DocumentRef(
              row.getString("document_domain"),
              row.getString("document_type"),
              row.getString("document_number")),
          party == null
              ? Optional.empty()
              : Optional.of(
                  new BookedEntry.Partner(
                      party, Optional.ofNullable(row.getString("party_name")).orElse(party))),
          List.of());
    }
  }
}
