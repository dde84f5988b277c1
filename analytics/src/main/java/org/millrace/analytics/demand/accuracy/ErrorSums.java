package org.millrace.analytics.demand.accuracy;

import java.util.OptionalDouble;

/**
 * Errors of forecasts as sums, so that they may be added over items, lags and weeks before a ratio
 * is taken; ratios are never added.
 *
 * <p>Worked: actual 100, 120, 80, 100, forecast 90, 130, 100, 95, naive 105, history 100, 110, 90,
 * 105 with a naive error of 15 a period: WAPE 45 / 400 = 0.1125, bias +15 / 400 = +0.0375, MASE 45
 * / 60 = 0.75, tracking signal -15 / 11.25 = -1.33, naive WAPE 50 / 400 = 0.125, value added
 * 0.0125.
 *
 * @param periods how many forecasts were compared
 * @param actual sum of what happened
 * @param absolute sum of |forecast - actual|
 * @param signed sum of forecast - actual; positive is too much forecast
 * @param naiveAbsolute sum of |seasonal naive forecast - actual| for the same periods
 * @param scale sum, once a period, of the mean error of the seasonal naive within the history
 */
public record ErrorSums(
    int periods,
    double actual,
    double absolute,
    double signed,
    double naiveAbsolute,
    double scale) {

  /** Nothing compared yet. */
  public static final ErrorSums NONE = new ErrorSums(0, 0, 0, 0, 0, 0);

  /** The sums of one period more. */
  public ErrorSums plus(double happened, double forecast, double naive, double scaleOfPeriod) {
    return new ErrorSums(
        periods + 1,
        actual + happened,
        absolute + Math.abs(forecast - happened),
        signed + forecast - happened,
        naiveAbsolute + Math.abs(naive - happened),
        scale + scaleOfPeriod);
  }

  /** The sums of both. */
  public ErrorSums plus(ErrorSums other) {
    return new ErrorSums(
        periods + other.periods,
        actual + other.actual,
        absolute + other.absolute,
        signed + other.signed,
        naiveAbsolute + other.naiveAbsolute,
        scale + other.scale);
  }

  /** Sum of absolute errors over the sum of what happened; empty when nothing happened. */
  public OptionalDouble wape() {
    return ratio(absolute, actual);
  }

  /** The same for the seasonal naive forecast. */
  public OptionalDouble naiveWape() {
    return ratio(naiveAbsolute, actual);
  }

  /** Forecast less actual over actual; positive is too much forecast. */
  public OptionalDouble bias() {
    return ratio(signed, actual);
  }

  /** Absolute error over that of the seasonal naive within the history; below 1 beats it. */
  public OptionalDouble mase() {
    return ratio(absolute, scale);
  }

  /**
   * Sum of actual less forecast over the mean absolute error (Brown 1959): its sign is opposite to
   * the bias; beyond 4 to either side the forecast leans. Empty while nothing was missed.
   */
  public OptionalDouble trackingSignal() {
    return ratio(-signed * periods, absolute);
  }

  /** WAPE of the seasonal naive less WAPE of the forecast: what forecasting added. */
  public OptionalDouble valueAdded() {
    return ratio(naiveAbsolute - absolute, actual);
  }

  private static OptionalDouble ratio(double numerator, double denominator) {
    return denominator > 0 ? OptionalDouble.of(numerator / denominator) : OptionalDouble.empty();
  }
}
