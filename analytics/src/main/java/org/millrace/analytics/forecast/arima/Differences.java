package org.millrace.analytics.forecast.arima;

import java.util.Arrays;
import org.millrace.analytics.forecast.season.Stl;

/**
 * How often a history has to be differenced until it neither wanders nor repeats a season: once by
 * the season where this explains more than 0.64 of what is left without the trend, then step by
 * step while the test for a steady level refuses it at 5 %, at most twice.
 *
 * <p>Sources: Kwiatkowski, Phillips, Schmidt and Shin (1992) for the test, whose limit is 0.463;
 * Wang, Smith and Hyndman (2006) for the strength of a season. Worked: 1, 3, 6, 10 differenced once
 * is 2, 3, 4; twice 1, 1.
 */
record Differences(int season, boolean isSeasonal, int times) {

  private static final double STEADY = 0.463;
  private static final double STRONG = 0.64;
  private static final int MOST = 2;
  private static final int WINDOW = 35;

  static Differences of(double[] history, int season) {
    boolean isSeasonal =
        season > 1 && history.length > 2 * season + 4 && strength(history, season) > STRONG;
    double[] values = isSeasonal ? apart(season, history) : history;
    int times = 0;
    while (times < MOST - (isSeasonal ? 1 : 0) && values.length > 5 && statistic(values) > STEADY) {
      values = apart(1, values);
      times++;
    }
    return new Differences(season, isSeasonal, times);
  }

  static double strength(double[] history, int season) {
    double[] seasonal = Stl.season(season, WINDOW, history);
    double[] rest = Stl.rest(season, history, seasonal);
    double[] both = new double[rest.length];
    Arrays.setAll(both, i -> rest[i] + seasonal[i]);
    double all = variance(both);
    return all == 0 ? 0 : Math.max(0, 1 - variance(rest) / all);
  }

  /** Squared sums of the deviations by the variance of their long run. */
  static double statistic(double... values) {
    int length = values.length;
    double mean = Arrays.stream(values).average().orElseThrow();
    int lags = (int) (4 * Math.pow(length / 100.0, 0.25));
    double sum = 0;
    double squares = 0;
    double variance = 0;
    for (int i = 0; i < length; i++) {
      sum += values[i] - mean;
      squares += sum * sum;
      variance += (values[i] - mean) * (values[i] - mean);
    }
    for (int lag = 1; lag <= lags; lag++) {
      double products = 0;
      for (int i = lag; i < length; i++) {
        products += (values[i] - mean) * (values[i - lag] - mean);
      }
      variance += 2 * (1 - lag / (lags + 1.0)) * products;
    }
    return variance <= 0 ? 0 : squares / length / variance;
  }

  private static double variance(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  int all() {
    return times + (isSeasonal ? 1 : 0);
  }

  double[] taken(double... history) {
    double[] values = isSeasonal ? apart(season, history) : history;
    for (int i = 0; i < times; i++) {
      values = apart(1, values);
    }
    return values;
  }

  /** A continuation of the differences as one of the history. */
  double[] undone(double[] history, double... ahead) {
    double[] last = isSeasonal ? apart(season, history) : history;
    double[] values = ahead;
    for (int level = times; level > 0; level--) {
      double[] known = last;
      for (int i = 1; i < level; i++) {
        known = apart(1, known);
      }
      values = summed(1, known, values);
    }
    return isSeasonal ? summed(season, history, values) : values;
  }

  private static double[] summed(int lag, double[] known, double... differences) {
    double[] values = new double[differences.length];
    for (int i = 0; i < values.length; i++) {
      double before = i < lag ? known[known.length - lag + i] : values[i - lag];
      values[i] = before + differences[i];
    }
    return values;
  }

  static double[] apart(int lag, double... values) {
    double[] apart = new double[values.length - lag];
    Arrays.setAll(apart, i -> values[i + lag] - values[i]);
    return apart;
  }
}
