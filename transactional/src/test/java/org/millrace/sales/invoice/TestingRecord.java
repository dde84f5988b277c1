package org.millrace.sales.invoice;

import java.util.List;
import org.millrace.document.Documents;
import org.millrace.outbox.Events;
import org.millrace.sales.Invoice;
import org.millrace.shared.DomainEvent;

/** The last step to an invoice, with the events that it published. */
public final class TestingRecord {
  private TestingRecord() {}

  public static PutOnRecord into(Documents<Invoice> invoices, List<DomainEvent> told) {
    return new PutOnRecord(
        invoices,
        new Events() {
          @Override
          public void publish(List<? extends DomainEvent> events) {
            told.addAll(events);
          }

          @Override
          public void writeNow() {}
        });
  }
}
