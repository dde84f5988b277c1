package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Holt's linear trend; a history of fewer than four values has no trend worth fitting and gets its
 * smoothed level.
 *
 * <p>Source: Holt (1957). Worked: 1, 2, 3, 4, 5, 6 gives 7, 8.
 */
public final class Holt implements ForecastMethod {

  static final int LEAST = 4;

  @Override
  public String title() {
    return "Holt";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (history.length < LEAST) {
      return new SimpleSmoothing().forecast(history, season, steps);
    }
    return TrendFit.linear(history).ahead(steps);
  }

  /** The squared one-step errors that the best fit leaves; at least four values. */
  public static double squaredError(double... history) {
    return TrendFit.linear(history).squaredError();
  }
}
