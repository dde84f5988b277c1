package org.millrace.analytics.forecast.smoothing;

import java.util.Arrays;
import org.millrace.analytics.forecast.ForecastMethod;

/** Repeats the last value. Worked: 3, 5, 4 gives 4, 4, 4. */
public final class Naive implements ForecastMethod {

  @Override
  public String title() {
    return "Naive";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double[] forecast = new double[steps];
    Arrays.fill(forecast, history[history.length - 1]);
    return forecast;
  }
}
