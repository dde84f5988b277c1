package org.millrace.analytics.forecast.ces;

import org.millrace.analytics.forecast.search.Box;
import org.millrace.analytics.forecast.search.Simplex;

/**
 * The weights of least squared one-step error among those under which old errors fade, which is
 * where both eigenvalues of {@code (1-a+b, b-1; 1-a-b, 1-a)} lie within the unit circle: {@code
 * |det| < 1} and {@code |trace| < 1 + det}. The starting states have a closed form, as each error
 * is linear in both.
 */
record ComplexFit(double a, double b, double level, double part, double squaredError) {

  private static final double[][] STARTS = {{1.3, 1}, {1, 1.01}, {0.6, 1}, {1.6, 1}, {0.2, 1.02}};
  private static final double CLOSE = 1e-10;
  private static final double FADING = 0.999;
  private static final int TRIALS = 120;
  private static final double TOLERANCE = 1e-6;

  static ComplexFit best(double... history) {
    double[] start = STARTS[0];
    double least = Double.POSITIVE_INFINITY;
    for (double[] each : STARTS) {
      double error = loss(each[0], each[1], history);
      if (error < least) {
        least = error;
        start = each;
      }
    }
    double[] found =
        Simplex.lowest(
            p -> loss(p[0], p[1], history), Box.of(0.01, 2.2, 0.5, 1.5), start, TRIALS, TOLERANCE);
    return at(found[0], found[1], history);
  }

  private static double loss(double a, double b, double... history) {
    return isFading(a, b) ? at(a, b, history).squaredError : Double.POSITIVE_INFINITY;
  }

  /** Whether an error of long ago counts ever less. */
  static boolean isFading(double a, double b) {
    double trace = 2 - 2 * a + b;
    double determinant = (1 - a + b) * (1 - a) - (b - 1) * (1 - a - b);
    return Math.abs(determinant) < FADING && Math.abs(trace) < FADING * (1 + determinant);
  }

  /** Smooths with these weights and the starting states that suit them best. */
  static ComplexFit at(double a, double b, double... history) {
    double[] state = {0, 0}; // from zero, with the data
    double[] ofLevel = {1, 0}; // answer to a starting level of 1
    double[] ofPart = {0, 1}; // and to a starting part of 1
    double squares = 0;
    double levels = 0;
    double parts = 0;
    double both = 0;
    double withLevel = 0;
    double withPart = 0;
    for (double value : history) {
      double error = value - state[0];
      squares += error * error;
      levels += ofLevel[0] * ofLevel[0];
      parts += ofPart[0] * ofPart[0];
      both += ofLevel[0] * ofPart[0];
      withLevel += ofLevel[0] * error;
      withPart += ofPart[0] * error;
      advance(state, a, b, error);
      advance(ofLevel, a, b, -ofLevel[0]);
      advance(ofPart, a, b, -ofPart[0]);
    }
    double determinant = levels * parts - both * both;
    boolean isSplit = determinant > CLOSE * levels * parts;
    double part = isSplit ? (withPart * levels - withLevel * both) / determinant : 0;
    double level = (withLevel - part * both) / levels;
    return new ComplexFit(
        a,
        b,
        state[0] + level * ofLevel[0] + part * ofPart[0],
        state[1] + level * ofLevel[1] + part * ofPart[1],
        Math.max(0, squares - level * withLevel - part * withPart));
  }

  static void advance(double[] state, double a, double b, double error) {
    double level = state[0];
    state[0] = level - (1 - b) * state[1] + (a - b) * error;
    state[1] = level + (1 - a) * state[1] + (a + b) * error;
  }

  double[] ahead(int steps) {
    double[] state = {level, part};
    double[] forecast = new double[steps];
    for (int step = 0; step < steps; step++) {
      forecast[step] = state[0];
      advance(state, a, b, 0);
    }
    return forecast;
  }
}
