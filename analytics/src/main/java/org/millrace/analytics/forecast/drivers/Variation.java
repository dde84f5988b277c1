package org.millrace.analytics.forecast.drivers;

/**
 * How demand varies around its expected value m: with variance {@code a m + b m^2}, which covers
 * counts (a = 1), weights and amounts in any unit, and what is in proportion to demand.
 *
 * <p>Source: the quasi-likelihood of McCullagh and Nelder, Generalized Linear Models (2nd ed.), 9;
 * fitted to the squared errors by least squares, weighted by the inverse square of the variance.
 * Worked: expected 1 and 4 with squared errors 2 and 20 give a = 1, b = 1.
 */
record Variation(double linear, double quadratic) {

  private static final int ROUNDS = 10;
  private static final double LEAST_QUADRATIC = 1e-4;

  /** To start from: counts with a little more variation. */
  static final Variation FIRST = new Variation(1, 0.3);

  /** Fitted to the demand of steps and what was expected of them, both of the same length. */
  static Variation of(double[] demand, double[] expected) {
    Variation fitted = new Variation(unit(expected), FIRST.quadratic);
    for (int round = 0; round < ROUNDS; round++) {
      fitted = fitted.refitted(demand, expected);
    }
    return fitted;
  }

  private static double unit(double... expected) {
    double sum = 0;
    for (double one : expected) {
      sum += one / expected.length;
    }
    return sum > 0 ? sum : 1;
  }

  private Variation refitted(double[] demand, double[] expected) {
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double r1 = 0;
    double r2 = 0;
    for (int i = 0; i < demand.length; i++) {
      double m = expected[i];
      if (m <= 0) {
        continue;
      }
      double weight = 1 / Math.pow(of(m), 2);
      double error = (demand[i] - m) * (demand[i] - m);
      s2 += weight * m * m;
      s3 += weight * m * m * m;
      s4 += weight * m * m * m * m;
      r1 += weight * m * error;
      r2 += weight * m * m * error;
    }
    if (s2 == 0) {
      return this;
    }
    double determinant = s2 * s4 - s3 * s3;
    boolean isApart = determinant > 1e-9 * s2 * s4;
    double a = isApart ? (r1 * s4 - r2 * s3) / determinant : r1 / s2;
    double b = isApart ? (s2 * r2 - s3 * r1) / determinant : 0;
    if (b < LEAST_QUADRATIC) {
      return new Variation(Math.max(Double.MIN_NORMAL, r1 / s2), LEAST_QUADRATIC);
    }
    return a > 0 ? new Variation(a, b) : new Variation(0, Math.max(LEAST_QUADRATIC, r2 / s4));
  }

  /** The variance where this much is expected, above zero. */
  double of(double expected) {
    return expected * slope(expected);
  }

  /** The variance by the expected value. */
  double slope(double expected) {
    return Math.max(Double.MIN_NORMAL, linear + quadratic * expected);
  }
}
