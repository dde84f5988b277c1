package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.OrderNumber;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCategory;
import org.millrace.tax.TaxCodeName;
import org.millrace.tax.TaxShare;
import org.millrace.tax.calculation.RoundingUnit;

/**
 * What a final invoice need not ask for again: 1,190.00 with 190.00 of tax after a prepayment of
 * 357.00 with 57.00 leaves 833.00 to pay, of which 133.00 is tax that was not due before.
 */
public final class DeductPrepayments {
  private final Documents<Invoice> invoices;
  private final Prepayments prepayments;

  DeductPrepayments(Documents<Invoice> invoices, Prepayments prepayments) {
    this.invoices = invoices;
    this.prepayments = prepayments;
  }

  /**
   * What was prepaid for an order that is locked and is left, up to what its invoice comes to.
   *
   * @throws Refused as conflict when a prepayment invoice of it is not paid
   */
  public List<Invoice.Prepaid> of(CompanyCode company, OrderNumber order, Money gross) {
    List<InvoiceNumber> numbers = prepayments.of(company, order);
    List<Invoice.Prepaid> deducted = new ArrayList<>();
    BigDecimal wanted = gross.amount();
    for (Versioned<Invoice> each : locked(company, numbers)) {
      Invoice prepayment = each.document();
      if (!prepayment.openAmount().isZero()) {
        throw Refused.conflict(
            ("Order %s cannot be invoiced: %s of its prepayment invoice %s are open."
                    + " Take the payment, or credit it, and invoice the order then.")
                .formatted(order, prepayment.openAmount(), prepayment.number()));
      }
      BigDecimal before = prepayments.deducted(company, prepayment.number());
      BigDecimal left = prepayment.grossAmount().amount().subtract(before);
      BigDecimal part = left.min(wanted);
      if (part.signum() > 0) {
        deducted.addAll(parts(prepayment, before, part));
        wanted = wanted.subtract(part);
      }
    }
    return deducted;
  }

  private List<Versioned<Invoice>> locked(CompanyCode company, List<InvoiceNumber> numbers) {
    return numbers.isEmpty() ? List.of() : invoices.lock(company, numbers);
  }

  /** The next part of a prepayment by tax code; all parts add up to it, to the cent. */
  static List<Invoice.Prepaid> parts(Invoice prepayment, BigDecimal before, BigDecimal part) {
    List<Invoice.Prepaid> whole = whole(prepayment);
    RoundingUnit unit = RoundingUnit.of(prepayment.currency());
    BigDecimal gross = prepayment.grossAmount().amount();
    List<Invoice.Prepaid> parts = new ArrayList<>();
    BigDecimal reached = BigDecimal.ZERO;
    for (Invoice.Prepaid row : whole) {
      BigDecimal afterBase = reached.add(row.base().amount());
      BigDecimal afterTax = afterBase.add(row.tax().amount());
      BigDecimal base =
          unit.share(afterBase, gross, before, part)
              .subtract(unit.share(reached, gross, before, part));
      BigDecimal tax =
          unit.share(afterTax, gross, before, part)
              .subtract(unit.share(afterBase, gross, before, part));
      parts.add(
          new Invoice.Prepaid(
              row.invoice(),
              row.code(),
              row.category(),
              Money.of(base, prepayment.currency()),
              Money.of(tax, prepayment.currency())));
      reached = afterTax;
    }
    return parts;
  }

  private static List<Invoice.Prepaid> whole(Invoice prepayment) {
    List<Invoice.Prepaid> rows = new ArrayList<>();
    Money untaxed = prepayment.netAmount();
    for (TaxShare share : prepayment.taxes()) {
      rows.add(
          row(
              prepayment,
              Optional.of(share.code()),
              share.category(),
              share.base(),
              share.amount()));
      untaxed = untaxed.minus(share.base());
    }
    if (!untaxed.isZero()) {
      Money none = Money.zero(prepayment.currency());
      rows.add(row(prepayment, Optional.empty(), TaxCategory.OUT_OF_SCOPE, untaxed, none));
    }
    return rows;
  }

  private static Invoice.Prepaid row(
      Invoice of, Optional<TaxCodeName> code, TaxCategory category, Money base, Money tax) {
    return new Invoice.Prepaid(of.number(), code, category, base, tax);
  }
}
