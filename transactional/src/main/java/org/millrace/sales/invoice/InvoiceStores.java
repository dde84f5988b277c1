package org.millrace.sales.invoice;

import org.millrace.document.Documents;
import org.millrace.sales.Invoice;

/**
 * Where invoices are stored, and which of them are credit notes; each has numbers of its own.
 *
 * @param invoices all, credit notes among them
 */
record InvoiceStores(Documents<Invoice> invoices, Documents<Invoice> creditNotes) {
  Documents<Invoice> of(Invoice.Kind kind) {
    return kind == Invoice.Kind.CREDIT_NOTE ? creditNotes : invoices;
  }
}
