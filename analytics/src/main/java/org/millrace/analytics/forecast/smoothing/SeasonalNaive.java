package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Repeats the last season; the last value while the history is shorter than a season. Worked: 1, 2,
 * 3, 4, 5 with season 4 gives 2, 3, 4, 5, 2.
 */
public final class SeasonalNaive implements ForecastMethod {

  @Override
  public String title() {
    return "Seasonal naive";
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    int back = history.length < season ? 1 : season;
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = history[history.length - back + step % back];
    }
    return forecast;
  }
}
