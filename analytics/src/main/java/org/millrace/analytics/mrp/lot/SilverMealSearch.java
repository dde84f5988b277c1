package org.millrace.analytics.mrp.lot;

/**
 * Silver-Meal: an order at t covers n periods while {@code (setup + holding * sum of i * need(t +
 * i), i < n) / n} does not rise; the next order begins where it would.
 *
 * <p>Worked: needs 10, 62, 12, 130 at setup 54 and holding 0.4 cost 54, 39.4, 29.5 and 61.1 a
 * period, so the first order covers three periods: 84 units.
 */
final class SilverMealSearch {

  private SilverMealSearch() {}

  static int[] supplyPeriods(double[] needs, double setup, double holding) {
    int[] supply = new int[needs.length];
    int start = 0;
    double cost = setup;
    double perPeriod = setup;
    for (int period = 0; period < needs.length; period++) {
      int span = period - start + 1;
      double longer = cost + holding * (span - 1) * needs[period];
      boolean isFirstNeed = cost == setup && needs[start] == 0 && needs[period] > 0;
      if (isFirstNeed || longer / span > perPeriod) {
        start = period;
        longer = setup;
        span = 1;
      }
      cost = longer;
      perPeriod = cost / span;
      supply[period] = start;
    }
    return supply;
  }
}
