package org.millrace.analytics.forecast.smoothing;

/**
 * The season of a history by classical decomposition: ratios to the centred moving average (or
 * differences from it, when a value is not positive), averaged by place in the season and scaled to
 * mean 1 (or 0).
 *
 * <p>Source: Makridakis, Wheelwright and Hyndman (1998), chapter 3. Worked: 10, 20, 10, 20, 10, 20
 * with season 2 gives the ratios 2/3 and 4/3.
 */
public final class SeasonFactors {

  private final double[] factors;
  private final boolean isRatio;

  private SeasonFactors(double[] factors, boolean isRatio) {
    this.factors = factors;
    this.isRatio = isRatio;
  }

  /** The season of a history of at least two seasons. */
  public static SeasonFactors of(double[] history, int season) {
    boolean isRatio = true;
    for (double value : history) {
      isRatio &= value > 0;
    }
    double[] factors = raw(history, season, isRatio);
    for (double factor : factors) {
      if (isRatio && factor < 1e-3) {
        return new SeasonFactors(raw(history, season, false), false);
      }
    }
    return new SeasonFactors(factors, isRatio);
  }

  /** The history without its season. */
  public double[] removed(double... history) {
    double[] adjusted = new double[history.length];
    for (int i = 0; i < adjusted.length; i++) {
      double factor = factors[i % factors.length];
      adjusted[i] = isRatio ? history[i] / factor : history[i] - factor;
    }
    return adjusted;
  }

  /** A continuation of the history from place {@code from} with the season put back. */
  public double[] restored(double[] forecast, int from) {
    double[] seasonal = new double[forecast.length];
    for (int step = 0; step < seasonal.length; step++) {
      double factor = factors[(from + step) % factors.length];
      seasonal[step] = isRatio ? forecast[step] * factor : forecast[step] + factor;
    }
    return seasonal;
  }

  private static double[] raw(double[] history, int season, boolean isRatio) {
    double[] sum = new double[season];
    int[] count = new int[season];
    int half = season / 2;
    for (int i = half; i < history.length - half; i++) {
      double average = centredAverage(history, i, season);
      sum[i % season] += isRatio ? history[i] / average : history[i] - average;
      count[i % season]++;
    }
    double mean = 0;
    for (int place = 0; place < season; place++) {
      sum[place] /= count[place];
      mean += sum[place] / season;
    }
    for (int place = 0; place < season; place++) {
      sum[place] = isRatio ? sum[place] / mean : sum[place] - mean;
    }
    return sum;
  }

  private static double centredAverage(double[] history, int centre, int season) {
    int half = season / 2;
    double sum = 0;
    for (int i = centre - half; i <= centre + half; i++) {
      boolean isHalfWeight = season % 2 == 0 && Math.abs(i - centre) == half;
      sum += isHalfWeight ? history[i] / 2 : history[i];
    }
    return sum / season;
  }
}
