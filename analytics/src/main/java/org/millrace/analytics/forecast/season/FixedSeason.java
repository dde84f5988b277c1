package org.millrace.analytics.forecast.season;

import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted;

/**
 * A method around which one season is taken out, whatever season comes with the history. Worked:
 * 10, 20 repeated with season 2 and the naive method inside gives 10, 20, also when asked with 1.
 */
public record FixedSeason(ForecastMethod method, int season) implements ForecastMethod {

  /** Takes the seasons out one after the other, the shortest first. */
  public static ForecastMethod inTurn(ForecastMethod method, Seasons seasons) {
    ForecastMethod inner = method;
    for (int k = seasons.steps().size() - 1; k >= 0; k--) {
      inner = new FixedSeason(inner, seasons.steps().get(k));
    }
    return inner;
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int ignored, int steps) {
    return SeasonallyAdjusted.shrunk(method).forecast(history, season, steps);
  }
}
