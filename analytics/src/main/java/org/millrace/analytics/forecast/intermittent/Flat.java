package org.millrace.analytics.forecast.intermittent;

import java.util.Arrays;

/** What the methods share: the check of the input, and the same rate for every step. */
final class Flat {

  private Flat() {}

  static double[] of(double rate, int steps) {
    double[] forecast = new double[steps];
    Arrays.fill(forecast, rate);
    return forecast;
  }

  /** The same array when it can be forecast. */
  static double[] checked(double[] history, int steps) {
    if (history.length == 0) {
      throw new IllegalArgumentException("A history without a value cannot be forecast.");
    }
    if (steps < 1) {
      throw new IllegalArgumentException("At least 1 step is needed, but got " + steps + ".");
    }
    for (int i = 0; i < history.length; i++) {
      if (!Double.isFinite(history[i])) {
        throw new IllegalArgumentException(
            "Value %d of the history is %s; fill the gap first.".formatted(i + 1, history[i]));
      }
    }
    return history;
  }
}
