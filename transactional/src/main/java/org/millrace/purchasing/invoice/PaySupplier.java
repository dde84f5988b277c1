package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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

/** Pays a supplier's invoice, all or in part, and takes a wrong payment back by another one. */
final class PaySupplier {
  private final Companies companies;
  private final Documents<SupplierInvoice> invoices;
  private final Documents<SupplierPayment> payments;

  PaySupplier(
      Companies companies,
      Documents<SupplierInvoice> invoices,
      Documents<SupplierPayment> payments) {
    this.companies = companies;
    this.invoices = invoices;
    this.payments = payments;
  }

  /** The invoice as it is afterwards, and what was paid. */
  record Paid(Versioned<SupplierInvoice> invoice, SupplierPaid.Payment payment) {}

  /**
   * Pays that much, in the currency of the invoice, on that day or now.
   *
   * @throws org.millrace.shared.Refused as conflict when more is paid than is open
   */
  Paid pay(
      Versioned<SupplierInvoice> before, BigDecimal amount, Optional<LocalDate> date, Instant now) {
    SupplierInvoice invoice = before.document();
    Company books = companies.named(before.company());
    Instant occurredAt = books.happened(date, now);
    Money money = Money.of(amount, invoice.currency());
    SupplierInvoice after = invoice.paid(money);
    LocalDate day = books.dayOf(occurredAt);
    SupplierPayment payment =
        SupplierPayment.of(nextNumber(before.company(), day), day, invoice, money);
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
    SupplierInvoice after = paid.document().unpaid(wrong.amount());
    store(paid, after, reversal, books.momentOn(day, now));
    return made;
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
