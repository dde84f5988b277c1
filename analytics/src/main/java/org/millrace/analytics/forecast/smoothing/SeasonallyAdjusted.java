package org.millrace.analytics.forecast.smoothing;

import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Lets a method for series without season see the history with its season taken out, when one
 * shows, and puts the season back. Worked: 10, 20 repeated, season 2, with the naive method gives
 * 10, 20, 10.
 */
public final class SeasonallyAdjusted implements ForecastMethod {

  private final ForecastMethod method;

  public SeasonallyAdjusted(ForecastMethod method) {
    this.method = method;
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    if (!Seasonality.isShown(history, season)) {
      return method.forecast(history, 1, steps);
    }
    SeasonFactors factors = SeasonFactors.of(history, season);
    double[] forecast = method.forecast(factors.removed(history), 1, steps);
    return factors.restored(forecast, history.length);
  }
}
