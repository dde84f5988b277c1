package org.millrace.purchasing.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.purchasing.OrderInvoiced;
import org.millrace.purchasing.OrderStatus.Act;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoicePosted;
import org.millrace.purchasing.order.KeptOrder;
import org.millrace.purchasing.order.Orders;
import org.millrace.purchasing.tolerance.Tolerances;
import org.millrace.shared.Money;
import org.millrace.shared.Version;

/** Posts a supplier's bill for an order once it passed the match. */
final class PostSupplierInvoice {
  private static final int USUAL_TERM_DAYS = 30;

  private final Companies companies;
  private final Orders orders;
  private final Invoices invoices;
  private final Tolerances tolerances;
  private final Events events;

  PostSupplierInvoice(
      Companies companies, Orders orders, Invoices invoices, Tolerances tolerances, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.invoices = invoices;
    this.tolerances = tolerances;
    this.events = events;
  }

  /**
   * The posted invoice; the order has one more version.
   *
   * @throws MatchRefused when order and receipt do not bear out the bill
   */
  KeptInvoice posted(KeptOrder kept, Bill bill, Instant occurredAt) {
    kept.order().status().require(Act.INVOICE, kept.order().number());
    SupplierInvoice invoice = invoice(kept, bill, occurredAt);
    KeptOrder next =
        kept.next(
            kept.order()
                .invoiced(
                    bill.lines().stream()
                        .collect(Collectors.toMap(Bill.Line::line, Bill.Line::quantity))));
    KeptInvoice posted = new KeptInvoice(kept.company(), invoice, new Version(1));
    orders.change(next);
    invoices.add(posted);
    events.publish(
        List.of(
            new OrderInvoiced(next.head(occurredAt), next.order()),
            new SupplierInvoicePosted(posted.head(occurredAt), invoice)));
    return posted;
  }

  private SupplierInvoice invoice(KeptOrder kept, Bill bill, Instant occurredAt) {
    PurchaseOrder order = kept.order();
    List<SupplierInvoice.Line> lines =
        new Match(tolerances.of(kept.company())).matched(order, bill);
    LocalDate date =
        bill.invoiceDate().orElseGet(() -> companies.dayOf(kept.company(), occurredAt));
    Money net = total(order, lines, SupplierInvoice.Line::netAmount);
    return new SupplierInvoice(
        invoices.nextNumber(),
        order.number(),
        order.supplier(),
        bill.supplierReference(),
        date,
        bill.dueDate().orElse(date.plusDays(USUAL_TERM_DAYS)),
        order.currency(),
        net,
        total(order, lines, SupplierInvoice.Line::receivedAmount),
        Money.zero(order.currency()),
        net,
        lines);
  }

  private static Money total(
      PurchaseOrder order,
      List<SupplierInvoice.Line> lines,
      Function<SupplierInvoice.Line, Money> amount) {
    return lines.stream().map(amount).reduce(Money.zero(order.currency()), Money::plus);
  }
}
