package org.millrace.stock.valuation;

import org.millrace.shared.Money;

/**
 * A movement with its value (signed, rounded to the currency). {@code covering} is what goods that
 * had left before they came turned out to cost more (negative) or less (positive) than assumed.
 * {@code difference} is what of the value is not in the goods that are there: the share of a late
 * cost whose goods are gone (negative), or what goods cost more (negative) or less (positive) than
 * their standard.
 */
public record Valued(
    Money unitCost, Money value, Money covering, Money difference, ItemValue after) {
  /** A movement that is worth what it says, no more and no less. */
  static Valued of(Money unitCost, Money value, ItemValue after) {
    Money none = Money.zero(value.currency());
    return new Valued(unitCost, value, none, none, after);
  }
}
