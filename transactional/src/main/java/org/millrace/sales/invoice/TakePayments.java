package org.millrace.sales.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.NewPayment;
import org.millrace.sales.PaymentReceived;
import org.millrace.sales.payment.Payment;
import org.millrace.sales.payment.PaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.calculation.PaidWorth;
import org.millrace.tax.calculation.SettleTax;

/** Takes money for invoices; refunds of credit notes are negative. */
final class TakePayments {
  private final Companies companies;
  private final Documents<Invoice> invoices;
  private final Documents<Payment> payments;
  private final Events events;
  private final TaxRegister register;
  private final Rates rates;

  TakePayments(
      Companies companies,
      Documents<Invoice> invoices,
      Documents<Payment> payments,
      Events events,
      TaxRegister register,
      Rates rates) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
    this.events = events;
    this.register = register;
    this.rates = rates;
  }

  /** When it was: on that day, else now. */
  record Happened(Optional<LocalDate> date, Instant now) {}

  /** A payment for an invoice that is locked, in its currency. */
  PaymentReceived take(
      Versioned<Invoice> before,
      BigDecimal amount,
      Deductions deductions,
      Optional<ExchangeRate> rate,
      Happened happened) {
    Invoice invoice = before.document();
    Company books = companies.named(before.company());
    NewPayment payment =
        new NewPayment(
            invoice.number(),
            Money.of(amount, invoice.documentOpen().currency()),
            books.happened(happened.date(), happened.now()),
            deductions,
            Optional.empty(),
            rate);
    return take(books, List.of(payment), List.of(before)).get(0);
  }

  /** The events, in the order of the payments. */
  List<PaymentReceived> take(CompanyCode company, List<NewPayment> asked) {
    return take(
        companies.named(company),
        asked,
        invoices.lock(company, asked.stream().map(NewPayment::invoice).toList()));
  }

  private List<PaymentReceived> take(
      Company books, List<NewPayment> asked, List<Versioned<Invoice>> open) {
    CompanyCode company = books.code();
    Map<InvoiceNumber, Versioned<Invoice>> locked =
        open.stream().collect(Collectors.toMap(i -> i.document().number(), Function.identity()));
    List<String> numbers =
        payments.nextNumbers(
            company, asked.stream().map(p -> books.dayOf(p.occurredAt())).toList());
    List<Versioned<Payment>> made = new ArrayList<>(asked.size());
    List<Documents.Change<Invoice>> changes = new ArrayList<>(asked.size());
    List<TaxEntry> due = new ArrayList<>();
    for (NewPayment payment : asked) {
      Versioned<Invoice> before = locked.get(payment.invoice());
      if (before == null) {
        throw Invoice.KIND.notFound(company, payment.invoice());
      }
      Invoice invoice = before.document();
      LocalDate day = books.dayOf(payment.occurredAt());
      PaidWorth worth = worth(invoice, payment, day);
      Deductions deductions = worth.deductions();
      SettleTax.Settled settled =
          new SettleTax(invoice.tax(), invoice.taxes(), invoice.paidAmount())
              .by(worth.money(), deductions);
      Invoice paid = invoice.paid(worth.all(), deductions.discount().plus(deductions.writeOff()));
      changes.add(new Documents.Change<>(before, paid));
      locked.put(payment.invoice(), before.next(paid));
      made.add(
          Versioned.first(
              company,
              Payment.of(
                  new PaymentNumber(numbers.get(made.size())),
                  day,
                  invoice,
                  worth.money(),
                  settled.settlement(),
                  worth.detail(
                      payment.settledBy(),
                      payment.amount(),
                      () -> rates.rate(company, payment.rate(), wanted(payment, books, day))))));
      due.addAll(taxes(made.get(made.size() - 1).document(), settled.changes()));
    }
    payments.add(made);
    List<Versioned<Invoice>> after = invoices.change(changes);
    List<PaymentReceived> received = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      received.add(received(after.get(i), made.get(i).document(), asked.get(i).occurredAt()));
    }
    events.publish(received);
    register.add(company, due);
    return received;
  }

  /** What is asked for; money that leaves exactly the discount of the terms takes it. */
  private static Deductions deductions(Invoice invoice, NewPayment payment, LocalDate day) {
    Deductions asked = payment.deductions();
    return invoice
        .earlyDiscount(day)
        .filter(kept -> asked.isNone())
        .filter(kept -> payment.amount().equals(invoice.documentOpen().minus(kept)))
        .map(asked::discounting)
        .orElse(asked);
  }

  private static PaidWorth worth(Invoice invoice, NewPayment payment, LocalDate day) {
    Deductions deductions = deductions(invoice, payment, day);
    return PaidWorth.of(
        invoice.carried(payment.amount().plus(deductions.total())), deductions, invoice::worth);
  }

  private static Rates.Wanted wanted(NewPayment payment, Company books, LocalDate day) {
    return new Rates.Wanted(payment.amount().currency(), books.currency(), day);
  }

  private static List<TaxEntry> taxes(Payment payment, List<SettleTax.Change> changes) {
    return changes.stream()
        .map(
            change ->
                new TaxEntry(
                    Payment.KIND.ref(payment.number()),
                    payment.paymentDate(),
                    TaxEntry.Side.OUTPUT,
                    change.share().code(),
                    change.share().category(),
                    change.base(),
                    change.tax()))
        .toList();
  }

  /** The event of a payment that made an invoice what it is. */
  static PaymentReceived received(Versioned<Invoice> after, Payment payment, Instant occurredAt) {
    return new PaymentReceived(
        Invoice.KIND.head(after, occurredAt), payment.told(), after.document().header());
  }
}
