package org.millrace.stock.valuation;

import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Moving average: goods leave at value / quantity of what is there. In 10 at 10, in 10 at 12, out
 * 15 gives an average of 220 / 20 = 11, so 165 leave and 55 stay. The fraction itself is never
 * rounded, what is booked is: 30 of 80 worth 1273.50 are 477.5625, so 477.56.
 *
 * <p>The last unit takes the rest of the value with it, so rounding never leaves value without
 * goods. What is missing below zero is worth its cost, rounded once for all of it, in whatever
 * parts it left. Goods that left before they came (where a company allows that) left at the last
 * known cost; those that come then set the cost, and the difference is told as {@link
 * Valued#covering()}.
 */
public final class MovingAverage {
  private static final int COST_DECIMALS = 6;

  private MovingAverage() {}

  /** Moves goods in (+) or out (-); only goods coming in may name their cost. */
  public static Valued move(ItemValue before, Quantity quantity, Optional<Money> unitCost) {
    if (quantity.isNegative()) {
      return out(before, Basis.of(before), quantity);
    }
    return unitCost
        .map(cost -> in(before, quantity, cost, cost.times(quantity).rounded()))
        .orElseGet(() -> found(before, quantity));
  }

  /** Takes goods out that share the value of what lay there with others of the same moment. */
  public static Valued out(ItemValue before, Basis basis, Quantity quantity) {
    Quantity onHand = before.onHand().plus(quantity);
    Money cost = before.averageCost();
    Money value =
        onHand.isPositive()
            ? basis.share(quantity)
            : cost.times(onHand).rounded().minus(before.value());
    return Valued.of(cost, value, new ItemValue(onHand, before.value().plus(value), cost));
  }

  /** Takes goods in that are worth that much together, whatever that makes for one of them. */
  public static Valued receive(ItemValue before, Quantity quantity, Money value) {
    return in(before, quantity, value.dividedBy(quantity, COST_DECIMALS), value);
  }

  /** Moves goods between locations: at average cost, the sum stays as it is. */
  public static Valued transfer(ItemValue before, Quantity quantity) {
    Money cost = before.averageCost();
    Money value = cost.times(quantity).rounded();
    ItemValue after =
        new ItemValue(before.onHand().plus(quantity), before.value().plus(value), cost);
    return Valued.of(cost, value, after);
  }

  /** What one costs when so many are worth so much; the last known cost when none is there. */
  static ItemValue worth(ItemValue before, Money value) {
    Money cost =
        before.onHand().isPositive()
            ? value.dividedBy(before.onHand(), COST_DECIMALS)
            : before.averageCost();
    return new ItemValue(before.onHand(), value, cost);
  }

  private static Valued found(ItemValue before, Quantity quantity) {
    Money cost = before.averageCost();
    Money value =
        before.onHand().isPositive()
            ? Shares.of(before.value(), quantity, before.onHand())
            : cost.times(quantity).rounded();
    return in(before, quantity, cost, value);
  }

  private static Valued in(ItemValue before, Quantity quantity, Money cost, Money value) {
    Quantity onHand = before.onHand().plus(quantity);
    Money sum = before.value().plus(value);
    Money none = Money.zero(sum.currency());
    if (!before.onHand().isNegative()) {
      Money average = sum.dividedBy(onHand, COST_DECIMALS);
      return new Valued(cost, value, none, none, new ItemValue(onHand, sum, average));
    }
    Money target = cost.times(onHand).rounded();
    return new Valued(cost, value, target.minus(sum), none, new ItemValue(onHand, target, cost));
  }
}
