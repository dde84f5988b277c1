package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.millrace.currency.ExchangeRate;
import org.millrace.currency.Rates;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.outbox.Events;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierInvoiceNumber;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.payment.NewSupplierPayment;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.purchasing.payment.SupplierPayments;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.calculation.PaidWorth;
import org.millrace.tax.calculation.SettleTax;

/** Pays suppliers' invoices, all or in part, and takes a wrong payment back by another one. */
final class PaySupplier implements SupplierPayments {
  private final Companies companies;
  private final Documents<SupplierInvoice> invoices;
  private final Documents<SupplierPayment> payments;
  private final Events events;
  private final TaxRegister register;
  private final Rates rates;

  PaySupplier(
      Companies companies,
      Documents<SupplierInvoice> invoices,
      Documents<SupplierPayment> payments,
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

  /**
   * Pays that much of an invoice that is locked, in its currency.
   *
   * @throws org.millrace.shared.Refused as conflict when more is paid than is open
   */
  SupplierPaid pay(
      Versioned<SupplierInvoice> before,
      BigDecimal amount,
      Deductions asked,
      Optional<ExchangeRate> rate,
      Happened happened) {
    SupplierInvoice invoice = before.document();
    Company books = companies.named(before.company());
    NewSupplierPayment payment =
        new NewSupplierPayment(
            invoice.number(),
            Money.of(amount, invoice.documentOpen().currency()),
            books.happened(happened.date(), happened.now()),
            asked,
            Optional.empty(),
            rate);
    return pay(books, List.of(payment), List.of(before)).get(0);
  }

  @Override
  public List<Versioned<SupplierInvoice>> lock(
      CompanyCode company, Collection<SupplierInvoiceNumber> numbers) {
    return numbers.isEmpty() ? List.of() : invoices.lock(company, numbers);
  }

  @Override
  public List<SupplierPaid> pay(CompanyCode company, List<NewSupplierPayment> asked) {
    return asked.isEmpty()
        ? List.of()
        : pay(
            companies.named(company),
            asked,
            invoices.lock(company, asked.stream().map(NewSupplierPayment::invoice).toList()));
  }

  private List<SupplierPaid> pay(
      Company books, List<NewSupplierPayment> asked, List<Versioned<SupplierInvoice>> open) {
    CompanyCode company = books.code();
    Map<SupplierInvoiceNumber, Versioned<SupplierInvoice>> locked =
        open.stream().collect(Collectors.toMap(i -> i.document().number(), Function.identity()));
    List<String> numbers =
        payments.nextNumbers(
            company, asked.stream().map(p -> books.dayOf(p.occurredAt())).toList());
    List<Versioned<SupplierPayment>> made = new ArrayList<>(asked.size());
    List<Documents.Change<SupplierInvoice>> changes = new ArrayList<>(asked.size());
    List<TaxEntry> due = new ArrayList<>();
    for (NewSupplierPayment payment : asked) {
      Versioned<SupplierInvoice> before = locked.get(payment.invoice());
      if (before == null) {
        throw SupplierInvoice.KIND.notFound(company, payment.invoice());
      }
      SupplierInvoice invoice = before.document();
      LocalDate day = books.dayOf(payment.occurredAt());
      PaidWorth worth = worth(invoice, payment, day);
      Deductions deductions = worth.deductions();
      SettleTax.Settled settled =
          new SettleTax(invoice.tax(), invoice.taxes(), invoice.paidAmount())
              .by(worth.money(), deductions);
      SupplierInvoice paid =
          invoice.paid(worth.all(), deductions.discount().plus(deductions.writeOff()));
      changes.add(new Documents.Change<>(before, paid));
      locked.put(payment.invoice(), before.next(paid));
      SupplierPayment one =
          SupplierPayment.of(
              new SupplierPaymentNumber(numbers.get(made.size())),
              day,
              invoice,
              worth.money(),
              settled.settlement(),
              worth.detail(
                  payment.settledBy(),
                  payment.amount(),
                  () -> rates.rate(company, payment.rate(), wanted(payment, books, day))));
      made.add(Versioned.first(company, one));
      due.addAll(taxes(one, settled.changes()));
    }
    register.add(company, due);
    payments.add(made);
    List<Versioned<SupplierInvoice>> after = invoices.change(changes);
    List<SupplierPaid> paid = new ArrayList<>(asked.size());
    for (int i = 0; i < asked.size(); i++) {
      paid.add(paid(after.get(i), made.get(i).document(), asked.get(i).occurredAt()));
    }
    events.publish(paid);
    return paid;
  }

  /**
   * The payment that reverses one that is locked; its invoice is open again by that amount.
   *
   * @throws org.millrace.shared.Refused as conflict when it is reversed already or is a reversal
   */
  Versioned<SupplierPayment> reverse(
      Versioned<SupplierPayment> before, Reversal asked, Instant now) {
    SupplierPayment wrong = before.document();
    wrong.requireReversible();
    wrong.requireAlone();
    Company books = companies.named(before.company());
    LocalDate day =
        asked.day(
            SupplierPayment.KIND.titled(wrong.number()), wrong.paymentDate(), books.dayOf(now));
    Instant moment =
        books.momentAfter(
            invoices.lastMoment(invoices.named(before.company(), wrong.invoice())), day, now);
    return reverse(before, asked.reason(), moment);
  }

  @Override
  public void takeBack(
      CompanyCode company, List<String> numbers, String reason, Instant occurredAt) {
    payments
        .lock(company, numbers.stream().map(SupplierPaymentNumber::new).toList())
        .forEach(payment -> reverse(payment, reason, occurredAt));
  }

  private Versioned<SupplierPayment> reverse(
      Versioned<SupplierPayment> before, String reason, Instant occurredAt) {
    CompanyCode company = before.company();
    SupplierPayment wrong = before.document();
    wrong.requireReversible();
    LocalDate day = companies.dayOf(company, occurredAt);
    SupplierPayment reversal = wrong.reversal(nextNumber(company, day), day, reason);
    Versioned<SupplierPayment> made = Versioned.first(company, reversal);
    payments.add(List.of(made));
    payments.change(List.of(new Documents.Change<>(before, wrong.reversed(reversal.number()))));
    Versioned<SupplierInvoice> invoice = invoices.lock(company, List.of(wrong.invoice())).get(0);
    SupplierInvoice after = invoice.document().unpaid(wrong.carried(), wrong.letOff());
    register.reverse(
        company,
        SupplierPayment.KIND.ref(wrong.number()),
        SupplierPayment.KIND.ref(reversal.number()),
        day);
    Versioned<SupplierInvoice> opened =
        invoices.change(List.of(new Documents.Change<>(invoice, after))).get(0);
    events.publish(List.of(paid(opened, reversal, occurredAt)));
    return made;
  }

  private static SupplierPaid paid(
      Versioned<SupplierInvoice> after, SupplierPayment payment, Instant occurredAt) {
    return new SupplierPaid(
        SupplierInvoice.KIND.head(after, occurredAt), payment.told(), after.document());
  }

  /** What is asked for; money that leaves exactly the discount of the terms takes it. */
  private static PaidWorth worth(
      SupplierInvoice invoice, NewSupplierPayment payment, LocalDate day) {
    Deductions asked = payment.deductions();
    Deductions deductions =
        invoice
            .earlyDiscount(day)
            .filter(kept -> asked.isNone())
            .filter(kept -> payment.amount().equals(invoice.documentOpen().minus(kept)))
            .map(asked::discounting)
            .orElse(asked);
    return PaidWorth.of(
        invoice.carried(payment.amount().plus(deductions.total())), deductions, invoice::worth);
  }

  private static Rates.Wanted wanted(NewSupplierPayment payment, Company books, LocalDate day) {
    return new Rates.Wanted(payment.amount().currency(), books.currency(), day);
  }

  private static List<TaxEntry> taxes(SupplierPayment payment, List<SettleTax.Change> changes) {
    List<TaxEntry> entries = new ArrayList<>();
    for (SettleTax.Change change : changes) {
      if (change.share().category().isOwedByBuyer()) {
        entries.add(entry(payment, TaxEntry.Side.OUTPUT, change, change.tax()));
      }
      Money got = change.tax().times(change.share().deductiblePercent().movePointLeft(2)).rounded();
      entries.add(entry(payment, TaxEntry.Side.INPUT, change, got));
    }
    return entries;
  }

  private static TaxEntry entry(
      SupplierPayment payment, TaxEntry.Side side, SettleTax.Change change, Money tax) {
    return new TaxEntry(
        SupplierPayment.KIND.ref(payment.number()),
        payment.paymentDate(),
        side,
        change.share().code(),
        change.share().category(),
        change.base(),
        tax);
  }

  private SupplierPaymentNumber nextNumber(CompanyCode company, LocalDate day) {
    return new SupplierPaymentNumber(payments.nextNumber(company, day));
  }
}
