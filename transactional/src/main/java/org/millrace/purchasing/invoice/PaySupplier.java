package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.Reversal;
import org.millrace.party.Companies;
import org.millrace.party.Company;
import org.millrace.purchasing.SupplierInvoice;
import org.millrace.purchasing.SupplierPaid;
import org.millrace.purchasing.payment.SupplierPayment;
import org.millrace.purchasing.payment.SupplierPaymentNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.tax.Deductions;
import org.millrace.tax.TaxEntry;
import org.millrace.tax.TaxRegister;
import org.millrace.tax.calculation.SettleTax;

/** Pays a supplier's invoice, all or in part, and takes a wrong payment back by another one. */
final class PaySupplier {
  private final Companies companies;
  private final Documents<SupplierInvoice> invoices;
  private final Documents<SupplierPayment> payments;
  private final TaxRegister register;

  PaySupplier(
      Companies companies,
      Documents<SupplierInvoice> invoices,
      Documents<SupplierPayment> payments,
      TaxRegister register) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
    this.register = register;
  }

  /** The invoice as it is afterwards, and what was paid. */
  record Paid(Versioned<SupplierInvoice> invoice, SupplierPaid.Payment payment) {}

  /**
   * Pays that much, in the currency of the invoice, on that day or now.
   *
   * @throws org.millrace.shared.Refused as conflict when more is paid than is open
   */
  Paid pay(
      Versioned<SupplierInvoice> before,
      BigDecimal amount,
      Deductions asked,
      Optional<LocalDate> date,
      Instant now) {
    SupplierInvoice invoice = before.document();
    Company books = companies.named(before.company());
    Instant occurredAt = books.happened(date, now);
    Money money = Money.of(amount, invoice.currency());
    LocalDate day = books.dayOf(occurredAt);
    Deductions deductions = deductions(invoice, money, asked, day);
    SettleTax.Settled settled =
        new SettleTax(invoice.tax(), invoice.taxes(), invoice.paidAmount()).by(money, deductions);
    SupplierInvoice after =
        invoice.paid(
            money.plus(deductions.total()), deductions.discount().plus(deductions.writeOff()));
    SupplierPayment payment =
        SupplierPayment.of(
            nextNumber(before.company(), day), day, invoice, money, settled.settlement());
    register.add(before.company(), taxes(payment, settled.changes()));
    payments.add(List.of(Versioned.first(before.company(), payment)));
    return new Paid(store(before, after, payment, occurredAt), payment.told());
  }

  /**
   * The payment that reverses one that is locked; its invoice is open again by that amount.
   *
   * @throws org.millrace.shared.Refused as conflict when it is reversed already or is a reversal
   */
  Versioned<SupplierPayment> reverse(
      Versioned<SupplierPayment> before, Reversal asked, Instant now) {
    CompanyCode company = before.company();
    SupplierPayment wrong = before.document();
    wrong.requireReversible();
    Company books = companies.named(company);
    LocalDate day =
        asked.day(
            SupplierPayment.KIND.titled(wrong.number()), wrong.paymentDate(), books.dayOf(now));
    SupplierPayment reversal = wrong.reversal(nextNumber(company, day), day, asked.reason());
    Versioned<SupplierPayment> made = Versioned.first(company, reversal);
    payments.add(List.of(made));
    payments.change(List.of(new Documents.Change<>(before, wrong.reversed(reversal.number()))));
    Versioned<SupplierInvoice> paid = invoices.lock(company, List.of(wrong.invoice())).get(0);
    SupplierInvoice after = paid.document().unpaid(wrong.settled(), wrong.letOff());
    register.reverse(
        company,
        SupplierPayment.KIND.ref(wrong.number()),
        SupplierPayment.KIND.ref(reversal.number()),
        day);
    store(paid, after, reversal, books.momentOn(day, now));
    return made;
  }

  /** What is asked for; money that leaves exactly the discount of the terms takes it. */
  private static Deductions deductions(
      SupplierInvoice invoice, Money paid, Deductions asked, LocalDate day) {
    return invoice
        .tax()
        .filter(tax -> asked.isNone() && invoice.paidAmount().isZero())
        .flatMap(tax -> tax.earlyDiscount(paid, day))
        .map(asked::discounting)
        .orElse(asked);
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

  private Versioned<SupplierInvoice> store(
      Versioned<SupplierInvoice> before,
      SupplierInvoice after,
      SupplierPayment payment,
      Instant occurredAt) {
    return invoices.change(
        before,
        after,
        occurredAt,
        (head, invoice) -> new SupplierPaid(head, payment.told(), invoice));
  }
}
