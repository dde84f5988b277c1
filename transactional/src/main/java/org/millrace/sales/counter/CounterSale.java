package org.millrace.sales.counter;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.millrace.document.DocumentKind;
import org.millrace.item.ItemCode;
import org.millrace.party.Party;
import org.millrace.sales.Customer;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.sales.delivery.DeliveredGoods;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * The receipt of a sale over the counter; it names the documents made of it. Gross = net + tax =
 * tendered - change; amounts are in the currency of the company.
 */
public record CounterSale(
    CounterSaleNumber number,
    LocalDate saleDate,
    Customer customer,
    OrderNumber orderNumber,
    DeliveredGoods.Number delivery,
    InvoiceNumber invoice,
    PaymentNumber payment,
    Currency currency,
    Money netAmount,
    Money taxAmount,
    Money grossAmount,
    Money tenderedAmount,
    Money changeAmount,
    List<Line> lines) {
  /** Stored in sales.counter_sale with its lines; numbered CS-000001. */
  public static final DocumentKind<CounterSale> KIND =
      DocumentKind.of(CounterSale.class, "sales", "counter-sale")
          .numbered("CS")
          .lines("lines", "sales.counter_sale_line", "counter_sale_number")
          .searched("number", "customer", "customer.name", "orderNumber", "invoice")
          .sorted("-saleDate")
          .inRegionOf(Party.KIND, "customer")
          .build();

  public CounterSale {
    lines = List.copyOf(lines);
  }

  /** What was sold; net amount as on the invoice. */
  public record Line(
      int line,
      ItemCode item,
      String itemName,
      Quantity quantity,
      Money unitPrice,
      Money netAmount) {}
}
