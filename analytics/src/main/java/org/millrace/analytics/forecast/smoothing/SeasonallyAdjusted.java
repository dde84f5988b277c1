package org.millrace.analytics.forecast.smoothing;

import java.util.Optional;
import org.millrace.analytics.forecast.ForecastMethod;

/**
 * Lets a method for series without season see the history with its season taken out and puts the
 * season back. Worked: 10, 20 repeated, season 2, with the naive method gives 10, 20, 10.
 */
public final class SeasonallyAdjusted implements ForecastMethod {

  private interface Estimation {
    Optional<SeasonFactors> of(double[] history, int season);
  }

  private final ForecastMethod method;
  private final Estimation estimation;

  private SeasonallyAdjusted(ForecastMethod method, Estimation estimation) {
    this.method = method;
    this.estimation = estimation;
  }

  /** Adjusts by the whole season where the test of {@code Theta}'s authors shows one. */
  public static SeasonallyAdjusted tested(ForecastMethod method) {
    return new SeasonallyAdjusted(
        method,
        (history, season) ->
            Seasonality.isShown(history, season)
                ? Optional.of(SeasonFactors.of(history, season))
                : Optional.empty());
  }

  /** Adjusts by as much of the season as its error allows. */
  public static SeasonallyAdjusted shrunk(ForecastMethod method) {
    return new SeasonallyAdjusted(
        method, (history, season) -> Optional.of(SeasonFactors.shrunk(history, season)));
  }

  @Override
  public String title() {
    return method.title();
  }

  @Override
  public double[] forecast(double[] history, int season, int steps) {
    Optional<SeasonFactors> found =
        season < 2 || history.length <= 2 * season
            ? Optional.empty()
            : estimation.of(history, season);
    if (found.isEmpty()) {
      return method.forecast(history, 1, steps);
    }
    SeasonFactors factors = found.orElseThrow();
    double[] forecast = method.forecast(factors.removed(history), 1, steps);
    return factors.restored(forecast, history.length);
  }
}
