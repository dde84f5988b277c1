package org.millrace.analytics.stockpolicy;

import java.util.OptionalDouble;

/**
 * Whether making keeps up with selling: units sold and made a day over the same span, and the
 * stock. Worked: 12 sold, 9 made, 300 in stock: 25 days of cover, gone in 300 / 3 = 100 days; with
 * a limit of 30 days of cover this raises the alarm.
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

  /** Days the stock lasts if nothing more is made. */
  public OptionalDouble daysOfCover() {
    return Cover.days(stock, soldPerDay);
  }

  /** Days until the stock is gone if both go on; empty while production keeps up. */
  public OptionalDouble daysToStockOut() {
    return soldPerDay <= madePerDay
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, stock) / (soldPerDay - madePerDay));
  }

  /** Whether the cover is under a limit. */
  public boolean isAlarming(double limitDays) {
    return daysOfCover().orElse(Double.POSITIVE_INFINITY) < limitDays;
  }
}
