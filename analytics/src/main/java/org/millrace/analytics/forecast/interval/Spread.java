package org.millrace.analytics.forecast.interval;

import org.millrace.analytics.forecast.ForecastMethod;
import org.millrace.analytics.forecast.RollingOrigin;
import org.millrace.analytics.forecast.smoothing.SeasonFactors;
import org.millrace.analytics.forecast.smoothing.SimpleSmoothing;

/**
 * How far forecasts of a series miss: the root mean square of past errors, each divided by the
 * growth {@code sqrt(1 + 1.45 * alpha^2 * (step - 1))}; and the degrees of freedom of the tails,
 * {@code 2.2 + n / 36}.
 *
 * <p>The growth is that of simple smoothing (Hyndman, Koehler, Ord and Snyder 2005, {@code 1 +
 * alpha^2 (h-1)}) with room for a trend. Its factor, the tails and the factor 0.935 on the width
 * were chosen on every third M3 series for even coverage over near and far steps; the README has
 * the coverage of the others. Worked: errors 3 and 4 at the first step: scale 3.31.
 */
public final class Spread {

  private static final int ORIGINS = 10;
  private static final int LEAST_KNOWN = 5;
  private static final double GROWTH = 1.45;
  private static final double WIDTH = 0.935;
  private static final double LEAST_DEGREES = 2.2;
  private static final double VALUES_PER_DEGREE = 36;
  private static final double MOST_DEGREES = 30;

  private final double scale;
  private final double growth;
  private final double degrees;

  private Spread(double scale, double growth, double degrees) {
    this.scale = scale;
    this.growth = growth;
    this.degrees = degrees;
  }

  static Spread of(ForecastMethod method, double[] history, int season, int steps) {
    int least = Math.max(LEAST_KNOWN, Math.min(history.length / 2, 2 * season + 1));
    return of(
        new RollingOrigin(ORIGINS, least).errors(method, history, season, steps), history, season);
  }

  /**
   * From errors already known, by origin and step, NaN where one is not; by the changes of the
   * history without any.
   */
  public static Spread of(double[][] errors, double[] history, int season) {
    int length = history.length;
    double alpha = SimpleSmoothing.persistence(withoutSeason(history, season));
    double growth = GROWTH * alpha * alpha;
    double seen = scale(errors, growth);
    double scale = Double.isNaN(seen) ? changes(history) : WIDTH * seen;
    double degrees = LEAST_DEGREES + length / VALUES_PER_DEGREE;
    return new Spread(scale, growth, Math.min(MOST_DEGREES, degrees));
  }

  /** Of the same series with these errors instead; as it is where none of them is known. */
  public Spread with(double[][] errors) {
    double seen = scale(errors, growth);
    return Double.isNaN(seen) ? this : new Spread(WIDTH * seen, growth, degrees);
  }

  /** NaN where no error is known; those that are NaN are not. */
  static double scale(double[][] errors, double growth) {
    double sum = 0;
    int count = 0;
    for (double[] origin : errors) {
      for (int step = 0; step < origin.length; step++) {
        if (!Double.isNaN(origin[step])) {
          sum += origin[step] * origin[step] / (1 + growth * step);
          count++;
        }
      }
    }
    return Math.sqrt(sum / count);
  }

  private static double[] withoutSeason(double[] history, int season) {
    return season < 2 || history.length <= 2 * season
        ? history
        : SeasonFactors.shrunk(history, season).removed(history);
  }

  /** For too few values to test on: the root mean square change, or the only value's size. */
  private static double changes(double... history) {
    if (history.length == 1) {
      return Math.abs(history[0]) / 2;
    }
    double sum = 0;
    for (int i = 1; i < history.length; i++) {
      sum += (history[i] - history[i - 1]) * (history[i] - history[i - 1]);
    }
    return Math.sqrt(sum / (history.length - 1));
  }

  /** How many scales to each side hold this share of values, at every step. */
  public double scales(double share) {
    return StudentT.halfWidth(share, degrees);
  }

  /** The scale of the errors at a step, counted from 0. */
  public double at(int step) {
    return scale * Math.sqrt(1 + growth * step);
  }
}
