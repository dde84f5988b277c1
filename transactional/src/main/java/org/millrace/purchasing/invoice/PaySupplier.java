package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.shared.Money;

/** Pays a supplier's invoice, all or in part, and takes a wrong payment back by another one. */
final class PaySupplier {
  private final Companies companies;
  private final Invoices invoices;
  private final Documents<SupplierPayment> payments;
  private final Events events;

  PaySupplier(
      Companies companies, Invoices invoices, Documents<SupplierPayment> payments, Events events) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
    this.events = events;
  }

  /** What was paid, and the invoice as it is afterwards. */
  record Paid(KeptInvoice kept, SupplierPaid.Payment payment) {}

  /**
   * Pays that much, in the currency of the invoice, on that day or now.
   *
   * @throws org.millrace.shared.Refused as conflict when more is paid than is open
   */
  Paid paid(KeptInvoice kept, BigDecimal amount, Optional<LocalDate> date, Instant now) {
    Company books = companies.named(kept.company());
    Instant occurredAt = books.happened(date, now);
    Money money = Money.of(amount, kept.invoice().currency());
    KeptInvoice next = kept.next(kept.invoice().paid(money));
    SupplierPayment payment =
        SupplierPayment.of(
            invoices.nextPaymentNumber(), books.dayOf(occurredAt), kept.invoice(), money);
    payments.add(List.of(Versioned.first(kept.company(), payment)));
    store(next, payment, occurredAt);
    return new Paid(next, payment.told());
  }

  /**
   * The payment that reverses one that is locked; its invoice is open again by that amount.
   *
   * @throws org.millrace.shared.Refused as conflict when it is reversed already or is a reversal
   */
  Versioned<SupplierPayment> reversed(
      Versioned<SupplierPayment> before, Reversal asked, Instant now) {
    SupplierPayment wrong = before.document();
    wrong.requireReversible();
    Company books = companies.named(before.company());
    LocalDate day =
        asked.day(
            SupplierPayment.KIND.titled(wrong.number()), wrong.paymentDate(), books.dayOf(now));
    Versioned<SupplierPayment> reversal =
        Versioned.first(
            before.company(), wrong.reversal(invoices.nextPaymentNumber(), day, asked.reason()));
    payments.add(List.of(reversal));
    payments.change(
        List.of(new Documents.Change<>(before, wrong.reversed(reversal.document().number()))));
    KeptInvoice paid = invoices.held(before.company(), wrong.invoice());
    store(
        paid.next(paid.invoice().unpaid(wrong.amount())),
        reversal.document(),
        books.momentOn(day, now));
    return reversal;
  }

  private void store(KeptInvoice next, SupplierPayment payment, Instant occurredAt) {
    invoices.change(next);
    events.publish(
        List.of(new SupplierPaid(next.head(occurredAt), payment.told(), next.invoice())));
  }
}
