package org.millrace.bank.booking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.millrace.bank.BankAccountCode;
import org.millrace.bank.StatementNumber;
import org.millrace.bank.match.BankLine;
import org.millrace.bank.match.Match;
import org.millrace.bank.match.OpenItem;
import org.millrace.bank.match.SettledLine;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class EarlierLinesJdbc implements EarlierLines {
  private static final String LINES =
      """
      select l.*, s.currency, b.number as booking_number, b.status as booking_status,
        row_number() over (partition by l.booking order by l.statement, l.line) as place
      from bank.statement s
      join bank.statement_line l on l.company = s.company and l.statement = s.number
      join bank.booking b on b.company = l.company and b.number = l.booking
      where s.company = ? and s.account = ? and l.status = 'booked' and l.detail_of is null
        and l.date >= ?
      order by l.date, l.statement, l.line
      """;
  private static final String ITEMS =
      """
      select i.* from bank.booking b
      join bank.booking_item i on i.company = b.company and i.booking = b.number
      where b.company = ? and b.account = ? and b.status = 'posted' and b.booking_date >= ?
      order by i.booking, i.line
      """;
  private static final String IBANS =
      """
      select distinct p.party, l.counterparty_iban as iban
      from bank.booking b
      join bank.booking_payment p on p.company = b.company and p.booking = b.number
      join bank.statement_line l on l.company = b.company and l.booking = b.number
      where b.company = ? and b.status = 'posted' and l.counterparty_iban is not null
        and l.detail_of is null
        and (select count(distinct o.party) from bank.booking_payment o
          where o.company = b.company and o.booking = b.number) = 1
      """;

  private final JdbcClient jdbc;

  EarlierLinesJdbc(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Booked(String booking, boolean isFirst, BankLine line) {}

  @Override
  public List<SettledLine> booked(CompanyCode company, BankAccountCode account, LocalDate since) {
    List<Booked> lines =
        jdbc.sql(LINES)
            .params(company.value(), account.value(), since)
            .query((row, i) -> booked(row))
            .list();
    Map<String, List<Match.Allocation>> items = new HashMap<>();
    if (!lines.isEmpty()) {
      Currency currency = lines.get(0).line().amount().currency();
      jdbc.sql(ITEMS)
          .params(company.value(), account.value(), since)
          .query(
              row -> {
                items
                    .computeIfAbsent(row.getString("booking"), number -> new ArrayList<>())
                    .add(allocation(row, currency));
              });
    }
    return lines.stream()
        .map(
            each ->
                new SettledLine(
                    each.line(),
                    each.isFirst() ? items.getOrDefault(each.booking(), List.of()) : List.of()))
        .toList();
  }

  private static Booked booked(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    LineRef ref = new LineRef(new StatementNumber(row.getString("statement")), row.getInt("line"));
    return new Booked(
        row.getString("booking_number"),
        row.getInt("place") == 1,
        new BankLine(
            ref.toString(),
            row.getObject("date", LocalDate.class),
            Money.of(row.getBigDecimal("amount"), currency),
            new BankLine.Remittance(
                row.getString("text"),
                Optional.ofNullable(row.getString("reference")),
                row.getBoolean("reversal")),
            new BankLine.Counterparty(
                Optional.ofNullable(row.getString("counterparty_name")),
                Optional.ofNullable(row.getString("counterparty_iban"))),
            Optional.ofNullable(row.getString("bank_reference")),
            List.of()));
  }

  private static Match.Allocation allocation(ResultSet row, Currency currency) throws SQLException {
    String party = row.getString("party");
    Money amount = Money.of(row.getBigDecimal("amount"), currency);
    OpenItem item =
        new OpenItem(
            row.getString("item"),
            Optional.of(row.getString("called")),
            Optional.empty(),
            new OpenItem.Partner(party, party, List.of()),
            amount,
            LocalDate.EPOCH,
            Optional.empty());
    return new Match.Allocation(item, amount);
  }

  @Override
  public Map<String, Set<String>> ibans(CompanyCode company) {
    Map<String, Set<String>> ibans = new LinkedHashMap<>();
    jdbc.sql(IBANS)
        .params(company.value())
        .query(
            row -> {
              ibans
                  .computeIfAbsent(row.getString("party"), party -> new HashSet<>())
                  .add(row.getString("iban"));
            });
    return ibans;
  }
}
