package org.millrace.sales.invoice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Events;
import org.millrace.sales.CreditNotePosted;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoicePosted;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxPoint;
import org.millrace.tax.TaxRegister;

/** Stores invoices that are ready and publishes them; the last step of every way to an invoice. */
public final class PutOnRecord {
  private final Documents<Invoice> invoices;
  private final Events events;
  private final TaxRegister register;

  PutOnRecord(Documents<Invoice> invoices, Events events, TaxRegister register) {
    this.invoices = invoices;
    this.events = events;
    this.register = register;
  }

  /** An invoice to be put on record, and when it happened. */
  public record PostedInvoice(Invoice invoice, Instant occurredAt) {}

  /** Stores and publishes invoices and credit notes in the order given. */
  public List<Versioned<Invoice>> put(CompanyCode company, List<PostedInvoice> posted) {
    List<Versioned<Invoice>> made = new ArrayList<>(posted.size());
    List<DomainEvent> told = new ArrayList<>(posted.size());
    for (PostedInvoice one : posted) {
      Invoice invoice = one.invoice();
      Versioned<Invoice> first = Versioned.first(company, invoice);
      EventHead head = Invoice.KIND.head(first, one.occurredAt());
      made.add(first);
      told.add(
          invoice.kind() == Invoice.Kind.INVOICE
              ? new InvoicePosted(head, invoice)
              : new CreditNotePosted(head, invoice));
    }
    invoices.add(made);
    events.publish(told);
    register.add(company, posted.stream().flatMap(one -> taxes(one.invoice()).stream()).toList());
    return made;
  }

  /** What the invoice makes due at once. */
  private static List<TaxEntry> taxes(Invoice invoice) {
    DocumentKind<Invoice> kind =
        invoice.kind() == Invoice.Kind.INVOICE ? Invoice.KIND : Invoice.CREDIT_NOTES;
    Stream<TaxEntry> own =
        invoice.taxes().stream()
            .filter(share -> share.taxPoint() == TaxPoint.INVOICE)
            .map(
                share ->
                    new TaxEntry(
                        kind.ref(invoice.number()),
                        invoice.invoiceDate(),
                        TaxEntry.Side.OUTPUT,
                        share.code(),
                        share.category(),
                        share.base(),
                        share.amount()));
    return Stream.concat(own, deducted(kind, invoice)).toList();
  }

  /** What was due by prepayments is not due again. */
  private static Stream<TaxEntry> deducted(DocumentKind<Invoice> kind, Invoice invoice) {
    return invoice.prepaid().stream()
        .filter(part -> part.pointIn(invoice) == TaxPoint.INVOICE)
        .flatMap(
            part ->
                part.code().stream()
                    .map(
                        code ->
                            new TaxEntry(
                                kind.ref(invoice.number()),
                                invoice.invoiceDate(),
                                TaxEntry.Side.OUTPUT,
                                code,
                                part.category(),
                                part.base().negated(),
                                part.tax().negated())));
  }
}
