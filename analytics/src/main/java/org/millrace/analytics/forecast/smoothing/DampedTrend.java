package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Holt's method with a trend that fades by the factor phi each step, 0.8 to 0.98.
 *
 * <p>Source: Gardner and McKenzie (1985). Worked: level 10, trend 2, phi 0.9 gives 11.8, 13.42.
 */
public final class DampedTrend implements ForecastMethod {

  @Override
  public String title() {
    return "Damped trend";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (history.length < Holt.LEAST) {
      return new SimpleSmoothing().forecast(history, season, steps);
    }
    return TrendFit.damped(history).ahead(steps);
  }
}
