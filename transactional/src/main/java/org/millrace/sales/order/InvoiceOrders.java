package org.millrace.sales.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderInvoiced;
import org.millrace.sales.SalesOrder;
import org.millrace.sales.invoice.PostedInvoice;
import org.millrace.sales.invoice.PutOnRecord;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;

/** Invoices what was delivered of orders and not yet invoiced, at the cost of those deliveries. */
final class InvoiceOrders {
  private final Companies companies;
  private final Orders orders;
  private final PaperNumbers numbers;
  private final PutOnRecord record;
  private final Events events;

  InvoiceOrders(
      Companies companies, Orders orders, PaperNumbers numbers, PutOnRecord record, Events events) {
    this.companies = companies;
    this.orders = orders;
    this.numbers = numbers;
    this.record = record;
    this.events = events;
  }

  /** One invoice a held order, in their order. */
  List<Invoice> invoice(
      CompanyCode company, List<KeptOrder> held, Instant occurredAt, int daysToPay) {
    List<SalesOrder> after = held.stream().map(kept -> kept.order().invoiced()).toList();
    List<String> taken = numbers.take(company, Series.INVOICE, held.size());
    LocalDate day = companies.dayOf(company, occurredAt);
    List<PostedInvoice> papers = new ArrayList<>(held.size());
    List<KeptOrder> changed = new ArrayList<>(held.size());
    List<OrderInvoiced> invoiced = new ArrayList<>(held.size());
    for (KeptOrder kept : held) {
      InvoiceNumber number = new InvoiceNumber(taken.get(papers.size()));
      KeptOrder next = kept.next(after.get(papers.size()));
      papers.add(
          new PostedInvoice(
              invoice(number, kept.order(), day, day.plusDays(daysToPay)), occurredAt));
      changed.add(next);
      invoiced.add(new OrderInvoiced(next.head(company, occurredAt), next.order()));
    }
    orders.change(company, changed);
    record.put(company, papers);
    events.publish(invoiced);
    return papers.stream().map(PostedInvoice::invoice).toList();
  }

  private static Invoice invoice(
      InvoiceNumber number, SalesOrder order, LocalDate day, LocalDate dueDate) {
    List<Invoice.Line> lines = new ArrayList<>();
    for (SalesOrder.Line line : order.lines()) {
      if (!line.uninvoicedQuantity().isZero()) {
        lines.add(
            new Invoice.Line(
                lines.size() + 1,
                line.item(),
                line.itemName(),
                line.itemKind(),
                line.uninvoicedQuantity(),
                line.unitPrice(),
                line.uninvoicedAmount(),
                line.uninvoicedCost()));
      }
    }
    Money net = Invoice.sum(lines, Invoice.Line::netAmount, order.currency());
    return new Invoice(
        number,
        Invoice.Kind.INVOICE,
        number.value(),
        Optional.of(order.number()),
        Optional.empty(),
        order.customer(),
        day,
        dueDate,
        order.currency(),
        lines,
        net,
        Invoice.sum(lines, Invoice.Line::costAmount, order.currency()),
        Money.zero(order.currency()),
        net);
  }
}
