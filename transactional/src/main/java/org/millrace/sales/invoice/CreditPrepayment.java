package org.millrace.sales.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.currency.ForeignAmounts;
import org.millrace.document.Versioned;
import org.millrace.party.Companies;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.invoice.PutOnRecord.PostedInvoice;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;
import org.millrace.shared.Refused;
import org.millrace.tax.DocumentTax;
import org.millrace.tax.TaxShare;
import org.millrace.tax.calculation.RoundingUnit;

/** Credits a prepayment invoice, as a whole, unless a final invoice deducts it. */
final class CreditPrepayment {
  private final Companies companies;
  private final InvoiceStores stores;
  private final CreditedLines credited;
  private final PutOnRecord record;

  CreditPrepayment(
      Companies companies, InvoiceStores stores, CreditedLines credited, PutOnRecord record) {
    this.companies = companies;
    this.stores = stores;
    this.credited = credited;
    this.record = record;
  }

  /**
   * The credit note of a prepayment invoice that is locked.
   *
   * @throws Refused as invalid when a part of it is wanted, as conflict when it is credited already
   *     or deducted
   */
  Versioned<Invoice> credit(
      Versioned<Invoice> of, CreditInvoice.Wanted wanted, Instant occurredAt) {
    CompanyCode company = of.company();
    Invoice invoice = of.document();
    new Problems()
        .require(
            wanted.quantities().isEmpty(),
            "lines",
            wanted.quantities().keySet(),
            "none: a prepayment invoice is credited as a whole")
        .require(
            wanted.replacement() == CreditInvoice.Replacement.NONE,
            "replacement",
            "due",
            "none: a prepayment invoice brought no goods")
        .refuse("Invoice " + invoice.number() + " cannot be credited so");
    if (credited.isCredited(company, invoice.number())) {
      throw Refused.conflict("Invoice %s is credited in full already.".formatted(invoice.number()));
    }
    Optional<InvoiceNumber> deducting = credited.deductedBy(company, invoice.number());
    if (deducting.isPresent()) {
      throw Refused.conflict(
          "Prepayment invoice %s is deducted by invoice %s. Credit that one instead."
              .formatted(invoice.number(), deducting.get()));
    }
    LocalDate day = companies.dayOf(company, occurredAt);
    InvoiceNumber number =
        new InvoiceNumber(stores.of(Invoice.Kind.CREDIT_NOTE).nextNumber(company, day));
    return record
        .put(company, List.of(new PostedInvoice(note(invoice, number, day), occurredAt)))
        .get(0);
  }

  private static Invoice note(Invoice invoice, InvoiceNumber number, LocalDate day) {
    Money zero = Money.zero(invoice.currency());
    RoundingUnit unit = RoundingUnit.of(invoice.currency());
    List<TaxShare> shares = invoice.taxes().stream().map(TaxShare::negated).toList();
    return new Invoice(
            number,
            Invoice.Kind.CREDIT_NOTE,
            number.value(),
            invoice.order(),
            Optional.of(invoice.number()),
            invoice.customer(),
            day,
            day,
            invoice.currency(),
            List.of(),
            invoice.netAmount().negated(),
            zero,
            zero,
            invoice.netAmount().negated(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            invoice.purpose(),
            List.of())
        .taxed(
            invoice.tax().map(DocumentTax::negated),
            shares,
            shares.stream()
                .flatMap(share -> unit.shared(share, invoice.taxComponents()).stream())
                .toList())
        .abroad(invoice.foreign().map(ForeignAmounts::opposite));
  }
}
