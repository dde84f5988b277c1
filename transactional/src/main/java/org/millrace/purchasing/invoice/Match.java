package org.millrace.purchasing.invoice;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.tolerance.MatchTolerance;
import org.millrace.shared.Money;
import org.millrace.shared.Problem;
import org.millrace.shared.Quantity;

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
  private final boolean acceptsAll;

  Match(MatchTolerance tolerance) {
    this(tolerance, false);
  }

  private Match(MatchTolerance tolerance, boolean acceptsAll) {
    this.tolerance = tolerance;
    this.acceptsAll = acceptsAll;
  }

  /** Lets everything pass, for who accepts what differs. */
  static Match accepting(MatchTolerance tolerance) {
    return new Match(tolerance, true);
  }

  /** A billed line of the order: how many of the goods came, how many are still to come. */
  record Matched(PurchaseOrder.Line ordered, Bill.Line billed, Quantity came, Quantity ahead) {
    /** The same of that line of the order. */
    Matched of(PurchaseOrder.Line line) {
      return new Matched(line, billed, came, ahead);
    }

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
        differences.addAll(acceptsAll ? List.of() : differences(ordered.get(), billed));
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

  private List<Problem> differences(PurchaseOrder.Line ordered, Bill.Line billed) {
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
    if (!tolerance.allows(ordered.unitPrice(), price)) {
      differences.add(
          new Problem(
              field + "unitPrice",
              price.amount().toPlainString(),
              "%s as ordered, within %s %% (difference %s a unit, %s)"
                  .formatted(
                      ordered.unitPrice().amount().toPlainString(),
                      tolerance.pricePercent().toPlainString(),
                      price.minus(ordered.unitPrice()).amount().toPlainString(),
                      percent(ordered.unitPrice(), price))));
    }
    Money all = price.minus(ordered.unitPrice()).times(billed.quantity()).rounded();
    if (!tolerance.allows(all)) {
      differences.add(
          new Problem(
              field + "unitPrice",
              price.amount().toPlainString(),
              "all pieces together within %s of %s a unit (difference %s)"
                  .formatted(
                      tolerance.amount().map(BigDecimal::toPlainString).orElse(""),
                      ordered.unitPrice().amount().toPlainString(),
                      all.amount().toPlainString())));
    }
    return differences;
  }

  /** Before anything came all that was ordered may be billed, else what came. */
  static Quantity billable(PurchaseOrder.Line ordered) {
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
