package org.millrace.sales.invoice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.item.ItemKind;
import org.millrace.party.PartyCode;
import org.millrace.sales.Customer;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Version;

/** Invoices as rows and back. */
final class InvoiceRowsJdbc {
  static final List<String> HEADER_COLUMNS =
      List.of(
          "company",
          "number",
          "kind",
          "source_number",
          "version",
          "order_number",
          "credits",
          "customer",
          "customer_name",
          "customer_country",
          "walk_in",
          "invoice_date",
          "due_date",
          "currency",
          "net_amount",
          "cost_amount",
          "paid_amount");
  static final List<String> LINE_COLUMNS =
      List.of(
          "company",
          "number",
          "line",
          "item",
          "item_name",
          "item_kind",
          "quantity",
          "unit_price",
          "net_amount",
          "cost_amount");

  private InvoiceRowsJdbc() {}

  static Object[] header(CompanyCode company, Invoice.Header paper) {
    return new Object[] {
      company,
      paper.number(),
      paper.kind() == Invoice.Kind.INVOICE ? "invoice" : "credit-note",
      paper.sourceNumber(),
      1,
      paper.order(),
      paper.credits(),
      paper.customer().code(),
      paper.customer().name(),
      paper.customer().country(),
      paper.customer().walkIn(),
      paper.invoiceDate(),
      paper.dueDate(),
      paper.currency(),
      paper.netAmount(),
      paper.costAmount(),
      paper.paidAmount()
    };
  }

  static Object[] line(CompanyCode company, InvoiceNumber number, Invoice.Line line) {
    return new Object[] {
      company,
      number,
      line.line(),
      line.item(),
      line.itemName(),
      line.itemKind().name().toLowerCase(Locale.ROOT),
      line.quantity(),
      line.unitPrice(),
      line.netAmount(),
      line.costAmount()
    };
  }

  static Invoices.Kept kept(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    Money net = Money.of(row.getBigDecimal("net_amount"), currency);
    Money paid = Money.of(row.getBigDecimal("paid_amount"), currency);
    Invoice.Header header =
        new Invoice.Header(
            new InvoiceNumber(row.getString("number")),
            row.getString("kind").equals("invoice")
                ? Invoice.Kind.INVOICE
                : Invoice.Kind.CREDIT_NOTE,
            row.getString("source_number"),
            Optional.ofNullable(row.getString("order_number")).map(OrderNumber::new),
            Optional.ofNullable(row.getString("credits")).map(InvoiceNumber::new),
            new Customer(
                new PartyCode(row.getString("customer")),
                row.getString("customer_name"),
                row.getString("customer_country"),
                row.getBoolean("walk_in")),
            row.getObject("invoice_date", LocalDate.class),
            row.getObject("due_date", LocalDate.class),
            currency,
            net,
            Money.of(row.getBigDecimal("cost_amount"), currency),
            paid,
            net.minus(paid));
    return new Invoices.Kept(new Version(row.getLong("version")), header);
  }

  static Invoice.Line line(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Invoice.Line(
        row.getInt("line"),
        new ItemCode(row.getString("item")),
        row.getString("item_name"),
        ItemKind.valueOf(row.getString("item_kind").toUpperCase(Locale.ROOT)),
        Quantity.of(row.getBigDecimal("quantity")),
        Money.of(row.getBigDecimal("unit_price"), currency),
        Money.of(row.getBigDecimal("net_amount"), currency),
        Money.of(row.getBigDecimal("cost_amount"), currency));
  }
}
