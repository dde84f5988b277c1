package org.millrace.sales.invoice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.number.PaperNumbers;
import org.millrace.sales.number.PaperNumbers.Series;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;

/** Takes money for invoices, gives it back for credit notes; at most what is open. */
final class TakePayments {
  private final Companies companies;
  private final Invoices invoices;
  private final Documents<Payment> payments;
  private final PaperNumbers numbers;
  private final Events events;

  TakePayments(
      Companies companies,
      Invoices invoices,
      Documents<Payment> payments,
      PaperNumbers numbers,
      Events events) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
    this.numbers = numbers;
    this.events = events;
  }

  /** One payment an invoice. */
  List<PaymentReceived> take(CompanyCode company, List<NewPayment> asked) {
    Company books = companies.named(company);
    Map<InvoiceNumber, Invoices.Kept> held =
        invoices.hold(company, asked.stream().map(NewPayment::invoice).toList());
    List<String> taken = numbers.take(company, Series.PAYMENT, asked.size());
    List<PaymentReceived> received = new ArrayList<>(asked.size());
    List<Versioned<Payment>> made = new ArrayList<>(asked.size());
    Map<InvoiceNumber, Invoices.Kept> after = new LinkedHashMap<>();
    for (NewPayment payment : asked) {
      Invoices.Kept kept = held.get(payment.invoice());
      if (kept == null) {
        throw Refused.notFound(
            "There is no invoice %s in %s.".formatted(payment.invoice(), company));
      }
      refuseTooMuch(kept.invoice(), payment.amount());
      Payment paid =
          Payment.of(
              new PaymentNumber(taken.get(received.size())),
              books.dayOf(payment.occurredAt()),
              kept.invoice(),
              payment.amount());
      Invoices.Kept next = kept.paid(payment.amount());
      if (after.put(payment.invoice(), next) != null) {
        throw new IllegalStateException("Two payments at once for invoice " + payment.invoice());
      }
      made.add(Versioned.first(company, paid));
      received.add(next.event(company, paid, payment.occurredAt()));
    }
    payments.add(made);
    invoices.changePaid(company, List.copyOf(after.values()));
    events.publish(received);
    return received;
  }

  private static void refuseTooMuch(Invoice.Header invoice, Money amount) {
    Money open = invoice.openAmount();
    if (open.isZero()) {
      throw Refused.conflict(
          "%s is settled: nothing of %s is open.".formatted(invoice.number(), invoice.netAmount()));
    }
    boolean fits =
        amount.currency().equals(open.currency())
            && amount.equals(amount.rounded())
            && (open.isPositive()
                ? amount.isPositive() && amount.compareTo(open) <= 0
                : amount.isNegative() && amount.compareTo(open) >= 0);
    new Problems()
        .require(
            fits,
            "amount",
            amount,
            open.isPositive()
                ? "more than 0 and at most the open " + open
                : "a refund: less than 0 and at least the open " + open)
        .refuse("The payment for " + invoice.number() + " is refused");
  }
}
