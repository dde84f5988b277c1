package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Continues from the last value by the mean change of the history, {@code last + step * (last -
 * first) / (n - 1)}.
 *
 * <p>Source: Box and Jenkins (1970), the random walk with drift. Worked: 1, 4, 5 gives 7, 9.
 */
public final class Drift implements ForecastMethod {

  @Override
  public String title() {
    return "Drift";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    double last = history[history.length - 1];
    double change = history.length == 1 ? 0 : (last - history[0]) / (history.length - 1);
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = last + change * (step + 1);
    }
    return forecast;
  }
}
