package org.millrace.sales.invoice;

import org.millrace.document.Documents;
import org.millrace.outbox.Events;
import org.millrace.sales.Invoice;
import org.millrace.tax.TestingTaxes;

/** The last step to an invoice, on documents and events in memory. */
public final class TestingRecord {
  private TestingRecord() {}

  public static PutOnRecord into(Documents<Invoice> invoices, Events events) {
    return new PutOnRecord(invoices, events, new TestingTaxes());
  }
}
