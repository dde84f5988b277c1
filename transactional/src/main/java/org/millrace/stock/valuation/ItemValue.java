package org.millrace.stock.valuation;

import java.util.Currency;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;

/**
 * What lies of an item in all locations together, its value, and its cost for one unit, which
 * outlives the stock: goods that come back are worth what the last ones were.
 */
public record ItemValue(Quantity onHand, Money value, Money averageCost) {
  private static final int SHARE_DECIMALS = 12;

  /** An item that never moved. */
  public static ItemValue none(Currency currency) {
    return new ItemValue(Quantity.ZERO, Money.zero(currency), Money.zero(currency));
  }

  /**
   * The value of a part of what lies at one location, when so much lies at those before it. The
   * shares of all locations add up to the value: 10.00 for 3 in three places are 3.33, 3.34, 3.33.
   */
  public Money share(Quantity before, Quantity part) {
    return until(before.plus(part)).minus(until(before));
  }

  private Money until(Quantity quantity) {
    return onHand.isZero()
        ? averageCost.times(quantity).rounded()
        : value.times(quantity).dividedBy(onHand, SHARE_DECIMALS).rounded();
  }
}
