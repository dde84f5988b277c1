package org.millrace.purchasing.match;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.database.BulkRows;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.receipt.ReceivedGoods;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MatchesJdbc implements Matches {
  private static final List<String> COLUMNS =
      List.of(
          "company",
          "order_number",
          "line",
          "receipt",
          "invoice",
          "returned",
          "matched_on",
          "quantity",
          "amount",
          "cost",
          "currency");

  private final JdbcClient jdbc;
  private final BulkRows bulk;

  MatchesJdbc(JdbcClient jdbc, BulkRows bulk) {
    this.jdbc = jdbc;
    this.bulk = bulk;
  }

  @Override
  public List<ReceiptMatch> of(CompanyCode company, PurchaseOrderNumber order) {
    return jdbc.sql(
            """
            select * from purchasing.receipt_match where company = ? and order_number = ?
            order by sequence
            """)
        .params(company.value(), order.value())
        .query((row, n) -> match(row, order))
        .list();
  }

  private static ReceiptMatch match(ResultSet row, PurchaseOrderNumber order) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new ReceiptMatch(
        new ReceiptMatch.Place(order, row.getInt("line")),
        Optional.ofNullable(row.getString("receipt")).map(ReceivedGoods.Number::new),
        Optional.ofNullable(row.getString("invoice")).map(SupplierInvoiceNumber::new),
        Optional.ofNullable(row.getString("returned")).map(ReceivedGoods.Number::new),
        row.getObject("matched_on", LocalDate.class),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("amount"), currency),
        Money.of(row.getBigDecimal("cost"), currency));
  }

  @Override
  public void add(CompanyCode company, List<ReceiptMatch> matches) {
    bulk.copy(
        "purchasing.receipt_match", COLUMNS, matches.stream().map(m -> row(company, m)).toList());
  }

  private static Object[] row(CompanyCode company, ReceiptMatch match) {
    return new Object[] {
      company,
      match.place().order(),
      match.place().line(),
      match.receipt(),
      match.invoice(),
      match.returned(),
      match.matchedOn(),
      match.quantity(),
      match.amount(),
      match.cost(),
      match.cost().currency().getCurrencyCode()
    };
  }
}
