package org.millrace.sales.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.sales.Invoice;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.tax.TaxRegister;

/** Takes a wrong payment back by another one; its invoice is open again by that amount. */
final class ReversePayment {
  private final Companies companies;
  private final Documents<Invoice> invoices;
  private final Documents<Payment> payments;
  private final Events events;
  private final TaxRegister register;

  ReversePayment(
      Companies companies,
      Documents<Invoice> invoices,
      Documents<Payment> payments,
      Events events,
      TaxRegister register) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
    this.events = events;
    this.register = register;
  }

  /**
   * The payment that reverses one that is locked.
   *
   * @throws org.millrace.shared.Refused as conflict when it is reversed already or is a reversal
   */
  Versioned<Payment> reverse(Versioned<Payment> before, Reversal asked, Instant now) {
    CompanyCode company = before.company();
    Payment wrong = before.document();
    wrong.requireReversible();
    wrong.requireAlone();
    Company books = companies.named(company);
    LocalDate day =
        asked.day(Payment.KIND.titled(wrong.number()), wrong.paymentDate(), books.dayOf(now));
    Instant moment =
        books.momentAfter(invoices.lastMoment(invoices.named(company, wrong.invoice())), day, now);
    return reverse(before, new TakenBack(asked.reason(), day, moment));
  }

  /** Why payments are taken back, on which day, and when that counts as happened. */
  record TakenBack(String reason, LocalDate day, Instant occurredAt) {}

  /** Takes back payments that belong to another document, which is reversed with them. */
  void reverse(CompanyCode company, List<PaymentNumber> numbers, TakenBack how) {
    payments.lock(company, numbers).forEach(payment -> reverse(payment, how));
  }

  private Versioned<Payment> reverse(Versioned<Payment> before, TakenBack how) {
    CompanyCode company = before.company();
    Payment wrong = before.document();
    wrong.requireReversible();
    LocalDate day = how.day();
    PaymentNumber number = new PaymentNumber(payments.nextNumber(company, day));
    Versioned<Payment> reversal =
        Versioned.first(company, wrong.reversal(number, day, how.reason()));
    payments.add(List.of(reversal));
    payments.change(List.of(new Documents.Change<>(before, wrong.reversed(number))));
    Versioned<Invoice> invoice = invoices.lock(company, List.of(wrong.invoice())).get(0);
    Invoice open = invoice.document().unpaid(wrong.carried(), wrong.letOff());
    Versioned<Invoice> after =
        invoices.change(List.of(new Documents.Change<>(invoice, open))).get(0);
    events.publish(List.of(TakePayments.received(after, reversal.document(), how.occurredAt())));
    register.reverse(company, Payment.KIND.ref(wrong.number()), Payment.KIND.ref(number), day);
    return reversal;
  }
}
