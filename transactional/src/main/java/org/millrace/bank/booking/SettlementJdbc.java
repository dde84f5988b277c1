package org.millrace.bank.booking;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.bank.match.OpenItem;
import org.millrace.document.number.DocumentNumber;
import org.millrace.party.BankAccount;
import org.millrace.party.Parties;
import org.millrace.party.Party;
import org.millrace.party.PartyCode;
import org.millrace.settlement.Direction;
import org.millrace.settlement.ItemKind;
import org.millrace.settlement.NewSettlement;
import org.millrace.settlement.Settlements;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.web.approval.ApprovalGate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open items as settlements list them, with the terms that stand on their documents. */
@Component
class SettlementJdbc implements PartyMoney {
  private static final String OPEN =
      """
      select i.kind, i.number, i.party, i.party_name, i.due_date, i.reference,
        i.document_currency, i.document_open_amount as open, o.reference as structured,
        coalesce(s.tax_early_payment_until, p.tax_early_payment_until) as early_until,
        coalesce(s.tax_early_payment_discount, p.tax_early_payment_discount) as early_discount
      from settlement.open_item i
      left join settlement.opening_item o
        on i.kind = 'opening-item' and o.company = i.company and o.number = i.number
      left join sales.invoice s
        on i.kind = 'invoice' and s.company = i.company and s.number = i.number
          and s.paid_amount = 0
      left join purchasing.supplier_invoice p
        on i.kind = 'supplier-invoice' and p.company = i.company and p.number = i.number
          and p.paid_amount = 0
      where i.company = ? and i.document_currency = ? and i.document_open_amount <> 0
      order by i.due_date, i.kind, i.number
      """;

  private final JdbcClient jdbc;
  private final Settlements settlements;
  private final Parties parties;

  SettlementJdbc(JdbcClient jdbc, Settlements settlements, Parties parties) {
    this.jdbc = jdbc;
    this.settlements = settlements;
    this.parties = parties;
  }

  private record Row(
      String kind,
      String number,
      PartyCode party,
      String partyName,
      LocalDate due,
      Names names,
      Money open,
      Optional<OpenItem.Discount> discount) {}

  private record Names(Optional<String> reference, Optional<String> structured) {}

  @Override
  public List<OpenItem> open(CompanyCode company, Currency currency) {
    List<Row> rows =
        jdbc.sql(OPEN)
            .params(company.value(), currency.getCurrencyCode())
            .query((row, i) -> row(row, currency))
            .list();
    Map<PartyCode, Party> known =
        parties.named(company, rows.stream().map(Row::party).collect(Collectors.toSet()));
    Map<PartyCode, List<String>> ibans = new HashMap<>();
    known.forEach(
        (code, party) ->
            ibans.put(code, party.bankAccounts().stream().map(BankAccount::number).toList()));
    return rows.stream().map(row -> item(row, ibans.getOrDefault(row.party(), List.of()))).toList();
  }

  private static Row row(ResultSet row, Currency currency) throws SQLException {
    LocalDate until = row.getObject("early_until", LocalDate.class);
    BigDecimal discount = row.getBigDecimal("early_discount");
    return new Row(
        row.getString("kind"),
        row.getString("number"),
        new PartyCode(row.getString("party")),
        row.getString("party_name"),
        row.getObject("due_date", LocalDate.class),
        new Names(
            Optional.ofNullable(row.getString("reference")),
            Optional.ofNullable(row.getString("structured"))),
        Money.of(row.getBigDecimal("open"), currency).rounded(),
        until == null || discount == null
            ? Optional.empty()
            : Optional.of(new OpenItem.Discount(Money.of(discount.abs(), currency), until)));
  }

  /** What was taken over goes by the number of the earlier system, all else by its own. */
  private static OpenItem item(Row row, List<String> ibans) {
    boolean isTakenOver = row.kind().equals("opening-item");
    return new OpenItem(
        row.kind() + " " + row.number(),
        isTakenOver ? row.names().reference() : Optional.of(row.number()),
        isTakenOver ? row.names().structured() : row.names().reference(),
        new OpenItem.Partner(row.party().value(), row.partyName(), ibans),
        row.open(),
        row.due(),
        row.discount());
  }

  /** The bank moved the money already: no approval could hold it. */
  @Override
  public List<String> pay(CompanyCode company, List<Asked> payments) {
    if (payments.isEmpty()) {
      return List.of();
    }
    List<NewSettlement> moved = payments.stream().map(SettlementJdbc::settlement).toList();
    return ApprovalGate.happened(() -> settlements.pay(company, moved)).stream()
        .map(made -> made.document().number().value())
        .toList();
  }

  private static NewSettlement settlement(Asked asked) {
    Direction direction =
        asked.amount().isNegative() || asked.amount().isZero() && isOwed(asked)
            ? Direction.OUT
            : Direction.IN;
    Money amount = asked.amount();
    return new NewSettlement(
        direction,
        Optional.empty(),
        asked.party(),
        Optional.of(asked.date()),
        new NewSettlement.Cash(
            amount.amount().abs(),
            Optional.of(asked.fee().amount()),
            Optional.of(amount.currency()),
            Optional.empty(),
            Optional.empty()),
        Optional.of(asked.account()),
        Optional.of(asked.reference()),
        asked.parts().stream().map(SettlementJdbc::item).toList());
  }

  private static boolean isOwed(Asked asked) {
    return asked.parts().stream().anyMatch(part -> part.money().isNegative());
  }

  private static NewSettlement.Item item(Part part) {
    int blank = part.item().indexOf(' ');
    return new NewSettlement.Item(
        ItemKind.valueOf(
            part.item().substring(0, blank).toUpperCase(Locale.ROOT).replace('-', '_')),
        part.item().substring(blank + 1),
        Optional.of(part.money().amount().abs()),
        Optional.of(part.discount().amount().abs()),
        Optional.of(part.writeOff().amount().abs()));
  }

  @Override
  public void takeBack(
      CompanyCode company, String payment, String reason, Optional<LocalDate> date) {
    settlements.reverse(company, new DocumentNumber(payment), reason, date);
  }
}
