package org.millrace.analytics.forecast.intermittent;

/**
 * Simple exponential smoothing with the weight (0.02 to 0.4) that had the least squared error one
 * step ahead, {@code level += alpha * (value - level)}, started at the mean of the first six
 * values.
 *
 * <p>Source: Brown (1959). Worked: 2 4 starts at 3; the 2 and the 4 each miss by about 1, the 4 by
 * more the more the 2 was followed, so 0.02 wins: level 2.98, then 3.0004.
 */
final class Level {

  private static final int FIRST_VALUES = 6;
  private static final double LOWEST = 0.02;
  private static final double HIGHEST = 0.4;
  private static final int TRIED = 20;

  private Level() {}

  static double fitted(double... values) {
    double start = start(values);
    double best = Double.POSITIVE_INFINITY;
    double level = start;
    for (int i = 0; i < TRIED; i++) {
      double alpha = LOWEST + i * (HIGHEST - LOWEST) / (TRIED - 1);
      double[] run = run(start, alpha, values);
      if (run[1] < best) {
        best = run[1];
        level = run[0];
      }
    }
    return level;
  }

  /** The last level and the squared error. */
  private static double[] run(double start, double alpha, double... values) {
    double level = start;
    double squares = 0;
    for (double value : values) {
      double error = value - level;
      squares += error * error;
      level += alpha * error;
    }
    return new double[] {level, squares};
  }

  private static double start(double... values) {
    int count = Math.min(FIRST_VALUES, values.length);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[i];
    }
    return sum / count;
  }
}
