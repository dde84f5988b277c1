package org.millrace.analytics.stockpolicy;

import java.util.OptionalDouble;

/** How long stock lasts. */
public final class Cover {

  private Cover() {}

  /**
   * Days of cover: {@code stock / forecast demand of a day}; empty when nothing is forecast.
   * Worked: 300 in stock and 12 a day last 25 days.
   */
  public static OptionalDouble days(double stock, double demandPerDay) {
    Require.notNegative("Demand per day", demandPerDay);
    return demandPerDay == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.max(0, stock) / demandPerDay);
  }
}
