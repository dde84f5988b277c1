package org.millrace.sales.invoice;

import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoicePosted;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;

/** Keeps invoices that are ready and publishes them; the last step of every way to an invoice. */
public final class PutOnRecord {
  private final Invoices invoices;
  private final Events events;

  PutOnRecord(Invoices invoices, Events events) {
    this.invoices = invoices;
    this.events = events;
  }

  /** Keeps and publishes the papers in the order given. */
  public void put(CompanyCode company, List<PostedInvoice> papers) {
    invoices.add(company, papers.stream().map(PostedInvoice::invoice).toList());
    events.publish(papers.stream().map(paper -> event(company, paper)).toList());
  }

  private static DomainEvent event(CompanyCode company, PostedInvoice paper) {
    Invoice invoice = paper.invoice();
    EventHead head = EventHead.of(company, aggregate(company, invoice), 1, paper.occurredAt());
    return invoice.kind() == Invoice.Kind.INVOICE
        ? new InvoicePosted(head, invoice)
        : new CreditNotePosted(head, invoice);
  }

  static String aggregate(CompanyCode company, Invoice invoice) {
    return EventHead.aggregateId("sales-invoice", company, invoice.number().value());
  }
}
