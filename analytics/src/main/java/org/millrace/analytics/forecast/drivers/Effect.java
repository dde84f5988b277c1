package org.millrace.analytics.forecast.drivers;

import java.util.Locale;

/**
 * What one driver does to demand, with the interval that holds the true effect with 95 %: a factor
 * (1.6: demand is 1.6 times) or, for a price, an elasticity (-2: one per cent dearer, two less).
 */
public record Effect(String driver, boolean isElasticity, double value, double low, double high) {

  /** As people say it: {@code promotion x1.6 (1.4 to 1.9)}, {@code price elasticity -2.0 (…)}. */
  public String text() {
    return String.format(
        Locale.ROOT,
        isElasticity ? "%s elasticity %.2f (%.2f to %.2f)" : "%s x%.2f (%.2f to %.2f)",
        driver,
        value,
        low,
        high);
  }

  /** Whether the interval leaves out the effect of nothing. */
  public boolean isClear() {
    double none = isElasticity ? 0 : 1;
    return low > none || high < none;
  }
}
