package org.millrace.stock.valuation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.stock.valuation.MonthsOfItem.Price;
import org.millrace.stock.valuation.Step.How;

/** One month of an item: what was there, what came, and the price that makes. */
final class MonthOfItem {
  private final Map<LineKey, Money> values = new HashMap<>();
  private final Map<LineKey, Money> differences = new HashMap<>();
  private final ItemValue opening;
  private final Money none;
  private final Optional<Integer> decimals;
  private Price price;
  private Quantity moved = Quantity.ZERO;
  private Quantity came = Quantity.ZERO;
  private Money worth;

  MonthOfItem(ItemValue opening, Price before, Optional<Integer> decimals) {
    this.decimals = decimals;
    this.opening = opening;
    none = Money.zero(opening.value().currency());
    worth = none;
    price = before;
  }

  /** The month by which its receipts are known. */
  String name(Step step) {
    return step.when().month();
  }

  boolean knows(LineKey line) {
    return values.containsKey(line);
  }

  Money valueOf(LineKey line) {
    return Objects.requireNonNull(values.get(line));
  }

  Money differenceOf(LineKey line) {
    return differences.getOrDefault(line, none);
  }

  void add(LineKey line, Money value) {
    values.merge(line, value, Money::plus);
  }

  /** Goods that leave at the price of the month do not make it. */
  void pass(Step step) {
    moved = moved.plus(MonthsOfItem.signed(step));
  }

  /** Goods with a value of their own make the price, below 0 those that went back. */
  void bring(Step step, Money value) {
    add(step.line(), value);
    Quantity signed = MonthsOfItem.signed(step);
    moved = moved.plus(signed);
    came = came.plus(signed);
    worth = worth.plus(value);
  }

  /**
   * A charge on receipts of this month makes the price; of one on earlier receipts only what of
   * them can be among the goods that were there when the month began.
   */
  void charge(Step step, How.Charge charge, Originals brought) {
    Money there = none;
    Money earlier = none;
    Quantity before = Quantity.ZERO;
    for (Step.Part part : charge.parts()) {
      String received = brought.of(part.receipt()).map(Originals.Original::of).orElse("");
      if (received.equals(name(step))) {
        there = there.plus(part.amount());
      } else {
        earlier = earlier.plus(part.amount());
        before = before.plus(part.received());
      }
    }
    if (before.isPositive()) {
      Quantity kept = opening.onHand().max(Quantity.ZERO).min(before);
      there = there.plus(Shares.of(earlier, kept, before));
    }
    Money amount = charge.amount(none);
    add(step.line(), amount);
    differ(step.line(), there.minus(amount));
    worth = worth.plus(there);
  }

  /** What is there at this moment is worth so much for one, by what is known of the month. */
  void revalue(Step step, Money unitCost) {
    setPrice();
    Quantity there = opening.onHand().plus(moved);
    Money more = none;
    if (there.isPositive()) {
      more = unitCost.times(there).rounded().minus(price.of(there));
    } else {
      price = new Price(unitCost, Quantity.of(1));
    }
    add(step.line(), more);
    worth = worth.plus(more);
  }

  /** What of the value of a line is not in the goods that are there. */
  void differ(LineKey line, Money difference) {
    differences.merge(line, difference, Money::plus);
  }

  /**
   * What left at an amount of its own, or what goods cost less, above all that they are worth
   * leaves the others worth nothing, not less.
   */
  void refill(LineKey left) {
    boolean isShort = opening.onHand().isNegative();
    Quantity there = isShort ? came : opening.onHand().plus(came);
    Money value = isShort ? worth : opening.value().plus(worth);
    if (knows(left) && !there.isNegative() && value.isNegative()) {
      differ(left, value.negated());
      worth = worth.minus(value);
    }
  }

  /** What came is worth so much together. */
  Money worth() {
    return worth;
  }

  /** What goods that had left before the month turned out to cost more (negative) or less. */
  Money cover() {
    if (!opening.onHand().isNegative() || !came.isPositive()) {
      setPrice();
      return none;
    }
    price = new Price(worth, came).cut(decimals);
    return price.of(opening.onHand()).minus(opening.value());
  }

  private void setPrice() {
    Quantity all = opening.onHand().plus(came);
    boolean same = came.isZero() && worth.isZero();
    if (all.isPositive() && !same) {
      price = new Price(opening.value().plus(worth), all).cut(decimals);
    }
  }

  Price price() {
    return price;
  }
}
