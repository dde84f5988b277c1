package org.millrace.analytics.stockpolicy;

import java.util.OptionalDouble;

/**
 * Whether what is made (of what is bought, what is delivered) keeps up with what is sold: units of
 * a day over the same span, and the stock. Worked: 12 sold, 9 made, 300 in stock: 0.75 are made for
 * each one sold, and the stock is gone in 300 / 3 = 100 days.
 */
public record Pace(double soldPerDay, double madePerDay, double stock) {

  public Pace {
    Require.notNegative("Sold per day", soldPerDay);
    Require.notNegative("Made per day", madePerDay);
  }

  /** Made divided by sold: below 1 production falls behind; empty when nothing is sold. */
  public OptionalDouble ratio() {
    return soldPerDay == 0 ? OptionalDouble.empty() : OptionalDouble.of(madePerDay / soldPerDay);
  }

  /** Days until the stock is gone if both go on; empty while production keeps up. */
  public OptionalDouble daysToStockOut() {
    return soldPerDay <= madePerDay
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, stock) / (soldPerDay - madePerDay));
  }
}
