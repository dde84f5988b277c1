package org.millrace.sales.prepayment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignTax;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.sales.Invoice;
import org.millrace.sales.InvoiceNumber;
import org.millrace.sales.SalesOrder;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Money;
import org.millrace.shared.Refused;
import org.millrace.tax.TaxCategory;
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
   * @param gross in the currency of the order
   * @throws Refused as conflict when a prepayment invoice of it is not paid, or is in another
   *     currency
   */
  public List<Invoice.Prepaid> of(CompanyCode company, SalesOrder order, Money gross) {
    List<InvoiceNumber> numbers = prepayments.of(company, order.number());
    List<Invoice.Prepaid> deducted = new ArrayList<>();
    BigDecimal wanted = gross.amount();
    for (Versioned<Invoice> each : locked(company, numbers)) {
      Invoice prepayment = each.document();
      requireOneCurrency(order, prepayment);
      Money open = prepayment.documentOpen();
      if (!open.isZero()) {
        throw Refused.conflict(
            ("Order %s cannot be invoiced: %s of its prepayment invoice %s are open."
                    + " Take the payment, or credit it, and invoice the order then.")
                .formatted(order.number(), open, prepayment.number()));
      }
      BigDecimal before = prepayments.deducted(company, prepayment.number());
      BigDecimal left = prepayment.documentGross().amount().subtract(before);
      BigDecimal part = left.min(wanted);
      if (part.signum() > 0) {
        deducted.addAll(parts(prepayment, before, part));
        wanted = wanted.subtract(part);
      }
    }
    return deducted;
  }

  /** An order that changed its currency has prepayment invoices in the one before. */
  static void requireOneCurrency(SalesOrder order, Invoice prepayment) {
    Currency paid = prepayment.documentGross().currency();
    if (!paid.equals(order.money().paper())) {
      throw Refused.conflict(
          ("Order %s is in %s and its prepayment invoice %s in %s: they are not mixed in one"
                  + " invoice. Credit that one and take its money on account.")
              .formatted(order.number(), order.money().paper(), prepayment.number(), paid));
    }
  }

  private List<Versioned<Invoice>> locked(CompanyCode company, List<InvoiceNumber> numbers) {
    return numbers.isEmpty() ? List.of() : invoices.lock(company, numbers);
  }

  /** The next part of a prepayment by tax code; all parts add up to it, to the cent. */
  static List<Invoice.Prepaid> parts(Invoice prepayment, BigDecimal before, BigDecimal part) {
    Money gross = prepayment.documentGross();
    UnaryOperator<Money> upTo =
        whole ->
            Money.of(
                RoundingUnit.of(whole.currency())
                    .share(whole.amount(), gross.amount(), before, part),
                whole.currency());
    List<Invoice.Prepaid> parts = new ArrayList<>();
    Sum worth = new Sum(Money.zero(prepayment.currency()), upTo);
    Sum paper = new Sum(Money.zero(gross.currency()), upTo);
    for (Invoice.Prepaid row : whole(prepayment)) {
      Money base = worth.next(row.base());
      Money tax = worth.next(row.tax());
      Optional<ForeignTax> foreign =
          row.foreign()
              .map(
                  of ->
                      new ForeignTax(
                          paper.next(Money.of(of.base(), gross.currency())).amount(),
                          paper.next(Money.of(of.amount(), gross.currency())).amount()));
      parts.add(new Invoice.Prepaid(row.invoice(), row.code(), row.category(), base, tax, foreign));
    }
    return parts;
  }

  /** What parts of amounts come to, as differences of the parts of their running total. */
  private static final class Sum {
    private final UnaryOperator<Money> partOf;
    private Money reached;

    Sum(Money zero, UnaryOperator<Money> partOf) {
      this.reached = zero;
      this.partOf = partOf;
    }

    Money next(Money amount) {
      Money before = partOf.apply(reached);
      reached = reached.plus(amount);
      return partOf.apply(reached).minus(before);
    }
  }

  private static List<Invoice.Prepaid> whole(Invoice prepayment) {
    List<Invoice.Prepaid> rows = new ArrayList<>();
    Money untaxed = prepayment.netAmount();
    Optional<BigDecimal> foreign = prepayment.foreign().map(ForeignAmounts::netAmount);
    for (TaxShare share : prepayment.taxes()) {
      rows.add(
          new Invoice.Prepaid(
              prepayment.number(),
              Optional.of(share.code()),
              share.category(),
              share.base(),
              share.amount(),
              share.foreign()));
      untaxed = untaxed.minus(share.base());
      foreign = foreign.map(left -> left.subtract(share.foreign().orElseThrow().base()));
    }
    if (!untaxed.isZero() || foreign.filter(left -> left.signum() != 0).isPresent()) {
      rows.add(
          new Invoice.Prepaid(
              prepayment.number(),
              Optional.empty(),
              TaxCategory.OUT_OF_SCOPE,
              untaxed,
              Money.zero(prepayment.currency()),
              foreign.map(left -> new ForeignTax(left, BigDecimal.ZERO))));
    }
    return rows;
  }
}
