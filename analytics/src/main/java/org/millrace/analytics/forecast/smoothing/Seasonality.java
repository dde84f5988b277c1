package org.millrace.analytics.forecast.smoothing;

/**
 * Whether a season shows: the autocorrelation at the season's lag beyond its 90 % bound {@code
 * 1.645 * sqrt((1 + 2 * sum of squares at shorter lags) / n)}.
 *
 * <p>Source: Assimakopoulos and Nikolopoulos (2000), as in the M3 and M4 competitions. Worked: n 36
 * and no correlation at shorter lags: the bound is 0.274.
 */
public final class Seasonality {

  private static final double NINETY_PERCENT = 1.645;

  private Seasonality() {}

  /** Whether the history shows this season beyond chance. */
  public static boolean isShown(double[] history, int season) {
    if (season < 2 || history.length <= 2 * season) {
      return false;
    }
    double mean = 0;
    for (double value : history) {
      mean += value / history.length;
    }
    double variance = covariance(history, mean, 0);
    if (variance <= 1e-20 * mean * mean) {
      return false;
    }
    double squares = 0;
    for (int lag = 1; lag < season; lag++) {
      double correlation = covariance(history, mean, lag) / variance;
      squares += correlation * correlation;
    }
    double bound = NINETY_PERCENT * Math.sqrt((1 + 2 * squares) / history.length);
    return Math.abs(covariance(history, mean, season) / variance) > bound;
  }

  private static double covariance(double[] history, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < history.length; i++) {
      sum += (history[i] - mean) * (history[i - lag] - mean);
    }
    return sum;
  }
}
