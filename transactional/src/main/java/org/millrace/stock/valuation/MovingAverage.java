package org.millrace.stock.valuation;

import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * Moving average: goods leave at value / quantity of what is there. In 10 at 10, in 10 at 12, out
 * 15 gives an average of 220 / 20 = 11, so 165 leave and 55 stay.
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
    return quantity.isNegative()
        ? out(before, quantity)
        : in(before, quantity, unitCost.orElse(before.averageCost()));
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
    return new Valued(cost, value, Money.zero(value.currency()), after);
  }

  private static Valued out(ItemValue before, Quantity quantity) {
    Quantity onHand = before.onHand().plus(quantity);
    Money cost = before.averageCost();
    Money value =
        onHand.isPositive()
            ? cost.times(quantity).rounded()
            : cost.times(onHand).rounded().minus(before.value());
    ItemValue after = new ItemValue(onHand, before.value().plus(value), cost);
    return new Valued(cost, value, Money.zero(value.currency()), after);
  }

  private static Valued in(ItemValue before, Quantity quantity, Money cost) {
    return in(before, quantity, cost, cost.times(quantity).rounded());
  }

  private static Valued in(ItemValue before, Quantity quantity, Money cost, Money value) {
    Quantity onHand = before.onHand().plus(quantity);
    Money sum = before.value().plus(value);
    if (!before.onHand().isNegative()) {
      Money average = sum.dividedBy(onHand, COST_DECIMALS);
      return new Valued(
          cost, value, Money.zero(sum.currency()), new ItemValue(onHand, sum, average));
    }
    Money target = cost.times(onHand).rounded();
    return new Valued(cost, value, target.minus(sum), new ItemValue(onHand, target, cost));
  }
}
