package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.currency.ForeignAmounts;
import org.millrace.currency.ForeignOrder;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;
import org.millrace.shared.UnitPrice;

/**
 * The three-way match: billed quantity against what was received and not yet billed, or, where
 * nothing came yet, against what was ordered; billed price against the ordered one. Ordered 100 at
 * 42.50, received 95: a bill of 100 at 45.00 differs by 5 pieces and by 2.50 or 5.88 % a piece.
 * What is billed above the goods received and still tolerated is a difference of price: 95 of 100
 * received at 42.50, 96 billed at 2 % quantity tolerance, makes 4,080.00 to pay for 4,037.50 of
 * goods.
 */
final class Match {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final MatchTolerance tolerance;

  Match(MatchTolerance tolerance) {
    this.tolerance = tolerance;
  }

  /** A billed line of the order: how many of the goods came, how many are still to come. */
  record Matched(PurchaseOrder.Line ordered, Bill.Line billed, Quantity came, Quantity ahead) {
    /** How many of the billed ones count as billed. */
    Quantity counted() {
      return came.plus(ahead);
    }
  }

  /**
   * The lines to be posted.
   *
   * @throws MatchRefused naming every difference beyond the tolerance
   */
  List<Matched> matched(PurchaseOrder order, Bill bill) {
    List<Problem> differences = new ArrayList<>();
    List<Matched> lines = new ArrayList<>();
    for (Bill.Line billed : bill.lines()) {
      Optional<PurchaseOrder.Line> ordered = order.line(billed.line());
      if (ordered.isEmpty()) {
        differences.add(
            new Problem("lines.line", "" + billed.line(), "a line of order " + order.number()));
      } else {
        Money agreed = agreed(order, ordered.get(), bill);
        differences.addAll(differences(ordered.get(), agreed, billed));
        lines.add(counted(ordered.get(), billed));
      }
    }
    if (!differences.isEmpty()) {
      throw new MatchRefused(
          ("The bill for purchase order %s does not match: %s."
                  + " Ask the supplier for a correct bill, or receive what is missing first.")
              .formatted(order.number(), listed(differences)),
          differences);
    }
    return lines;
  }

  /**
   * The ordered price of one unit in the currency of the company: of a bill in the currency of the
   * order at the rate of the bill, so that only the price is compared, not the rates.
   */
  private static Money agreed(PurchaseOrder order, PurchaseOrder.Line ordered, Bill bill) {
    Optional<ForeignAmounts> paper =
        bill.foreign()
            .filter(
                of ->
                    order
                        .foreign()
                        .map(ForeignOrder::currency)
                        .filter(of.currency()::equals)
                        .isPresent());
    return paper
        .flatMap(
            of ->
                ordered
                    .foreign()
                    .map(line -> of.rate().unrounded(line.unitPrice()))
                    .map(price -> price.setScale(UnitPrice.DECIMALS, RoundingMode.HALF_UP))
                    .map(price -> Money.of(price, ordered.unitPrice().currency())))
        .orElse(ordered.unitPrice());
  }

  private List<Problem> differences(PurchaseOrder.Line ordered, Money agreed, Bill.Line billed) {
    List<Problem> differences = new ArrayList<>();
    String field = "lines." + billed.line() + ".";
    Quantity open = billable(ordered);
    Quantity most = tolerance.mostOf(open);
    if (billed.quantity().compareTo(most) > 0) {
      differences.add(
          new Problem(
              field + "quantity",
              billed.quantity().toString(),
              "at most %s (%s ordered, %s received, %s billed before, within %s %%; difference %s)"
                  .formatted(
                      most,
                      ordered.quantity(),
                      ordered.receivedQuantity(),
                      ordered.invoicedQuantity(),
                      tolerance.quantityPercent().toPlainString(),
                      billed.quantity().minus(open))));
    }
    Money price = Money.of(billed.unitPrice(), ordered.unitPrice().currency());
    if (!tolerance.allows(agreed, price)) {
      differences.add(
          new Problem(
              field + "unitPrice",
              price.amount().toPlainString(),
              "%s as ordered, within %s %% (difference %s a unit, %s)"
                  .formatted(
                      agreed.amount().toPlainString(),
                      tolerance.pricePercent().toPlainString(),
                      price.minus(agreed).amount().toPlainString(),
                      percent(agreed, price))));
    }
    Money all = price.minus(agreed).times(billed.quantity()).rounded();
    if (!tolerance.allows(all)) {
      differences.add(
          new Problem(
              field + "unitPrice",
              price.amount().toPlainString(),
              "all pieces together within %s of %s a unit (difference %s)"
                  .formatted(
                      tolerance.amount().map(BigDecimal::toPlainString).orElse(""),
                      agreed.amount().toPlainString(),
                      all.amount().toPlainString())));
    }
    return differences;
  }

  /** Before anything came all that was ordered may be billed, else what came. */
  private static Quantity billable(PurchaseOrder.Line ordered) {
    return ordered.receivedQuantity().isZero()
        ? ordered.quantity().minus(ordered.invoicedQuantity()).max(Quantity.ZERO)
        : ordered.uninvoicedQuantity();
  }

  private static Matched counted(PurchaseOrder.Line ordered, Bill.Line billed) {
    Quantity counted = billed.quantity().min(billable(ordered));
    return ordered.receivedQuantity().isZero()
        ? new Matched(ordered, billed, Quantity.ZERO, counted)
        : new Matched(ordered, billed, counted, Quantity.ZERO);
  }

  private static String percent(Money ordered, Money billed) {
    if (ordered.isZero()) {
      return "ordered free of charge";
    }
    BigDecimal change =
        billed
            .minus(ordered)
            .amount()
            .multiply(HUNDRED)
            .divide(ordered.amount(), MathContext.DECIMAL64);
    return change.setScale(2, RoundingMode.HALF_UP).toPlainString() + " %";
  }

  private static String listed(List<Problem> differences) {
    return differences.stream()
        .map(d -> d.field() + " is " + d.value() + ", expected " + d.expected())
        .collect(Collectors.joining("; "));
  }
}
