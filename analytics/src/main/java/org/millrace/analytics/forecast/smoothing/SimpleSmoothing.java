package org.millrace.analytics.forecast.smoothing;

import java.util.Arrays;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Simple exponential smoothing, for series without trend or season; all steps get the last level.
 *
 * <p>Source: Brown (1959). Worked: 100, 110, 90, 105 smoothed by 0.3 from 100 gives 100.87.
 */
public final class SimpleSmoothing implements ForecastMethod {

  @Override
  public String title() {
    return "Simple smoothing";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[] forecast = new double[steps];
    Arrays.fill(forecast, LevelFit.of(history).level());
    return forecast;
  }

  /** How much of a surprise stays in the level: the alpha that fits best, near 0 to near 1. */
  public static double persistence(double... history) {
    return LevelFit.of(history).alpha();
  }
}
