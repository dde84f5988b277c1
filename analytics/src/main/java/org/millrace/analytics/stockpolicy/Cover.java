package org.millrace.analytics.stockpolicy;

import java.util.List;
import java.util.OptionalDouble;

/** How long stock lasts. */
public final class Cover {

  private static final int DAYS_A_WEEK = 7;

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

  /**
   * Days until a forecast by week has eaten the stock, even within each week; empty when the stock
   * outlasts the forecast. Worked: 50 in stock and weeks of 20, 20, 40 last 14 + 7 · 10/40 = 15.75
   * days.
   */
  public static OptionalDouble days(double stock, List<Double> weeklyForecast) {
    double left = Math.max(0, stock);
    for (int week = 0; week < weeklyForecast.size(); week++) {
      double demand =
          Require.notNegative("Forecast of week " + (week + 1), weeklyForecast.get(week));
      if (demand > left) {
        return OptionalDouble.of(DAYS_A_WEEK * (week + left / demand));
      }
      left -= demand;
    }
    return OptionalDouble.empty();
  }
}
