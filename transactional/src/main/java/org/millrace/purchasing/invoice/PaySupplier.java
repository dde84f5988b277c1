package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.shared.Money;

/** Pays a supplier's invoice, all or in part. */
final class PaySupplier {
  private final Companies companies;
  private final Invoices invoices;
  private final Events events;

  PaySupplier(Companies companies, Invoices invoices, Events events) {
    this.companies = companies;
    this.invoices = invoices;
    this.events = events;
  }

  /** What was paid, and the invoice as it is afterwards. */
  record Paid(KeptInvoice kept, SupplierPaid.Payment payment) {}

  /**
   * Pays that much, in the currency of the invoice.
   *
   * @throws org.millrace.shared.Refused as conflict when more is paid than is open
   */
  Paid paid(KeptInvoice kept, BigDecimal amount, Instant occurredAt) {
    Money money = Money.of(amount, kept.invoice().currency());
    KeptInvoice next = kept.next(kept.invoice().paid(money));
    SupplierPaid.Payment payment =
        new SupplierPaid.Payment(
            invoices.nextPaymentNumber(),
            companies.dayOf(kept.company(), occurredAt),
            money,
            money.currency());
    invoices.change(next, payment);
    events.publish(List.of(new SupplierPaid(next.head(occurredAt), payment, next.invoice())));
    return new Paid(next, payment);
  }
}
