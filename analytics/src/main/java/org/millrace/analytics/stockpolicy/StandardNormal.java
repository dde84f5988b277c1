package org.millrace.analytics.stockpolicy;

import java.util.function.DoubleUnaryOperator;

/**
 * The normal distribution with mean 0 and deviation 1.
 *
 * <p>Distribution: {@code F(z) = 1/2 + f(z) (z + z^3/3 + z^5/(3*5) + …)} (Marsaglia, Journal of
 * Statistical Software 11 (2004) 4); beyond 5 the continued fraction of the tail, {@code f(z) / (z
 * + 1/(z + 2/(z + 3/(z + …))))}. Worked: F(1.645) = 0.950015, and 95 % lie below 1.644854.
 */
final class StandardNormal {

  private static final double SERIES_REACH = 5;
  private static final int FRACTION_TERMS = 60;
  private static final double SEARCH_REACH = 38;
  private static final int SEARCH_STEPS = 200;

  private StandardNormal() {}

  static double density(double z) {
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }

  /** The share below z. */
  static double below(double z) {
    return z < 0 ? above(-z) : 1 - above(z);
  }

  /** The share above z, exact in the far tail too. */
  static double above(double z) {
    if (z < -SERIES_REACH) {
      return 1 - above(-z);
    }
    if (z > SERIES_REACH) {
      double fraction = z;
      for (int term = FRACTION_TERMS; term >= 1; term--) {
        fraction = z + term / fraction;
      }
      return density(z) / fraction;
    }
    double sum = z;
    double term = z;
    for (int odd = 3; Math.abs(term) > Math.ulp(sum) / 2 && term != 0; odd += 2) {
      term *= z * z / odd;
      sum += term;
    }
    return 0.5 - density(z) * sum;
  }

  /** The z that a share lies below. */
  static double quantile(double share) {
    Require.share("Share of the normal distribution", share);
    return falling(StandardNormal::above, 1 - share);
  }

  /**
   * Expected units short when a deviation of 1 is met with z: {@code G(z) = f(z) - z (1 - F(z))}.
   * Worked: G(0) = 0.398942, G(0.4204) = 0.2235.
   */
  static double loss(double z) {
    return density(z) - z * above(z);
  }

  // Halves the interval until no number lies between its ends.
  private static double falling(DoubleUnaryOperator function, double wanted) {
    double low = -SEARCH_REACH - 1;
    double high = SEARCH_REACH + 1;
    for (int step = 0; step < SEARCH_STEPS && Math.nextUp(low) < high; step++) {
      double middle = (low + high) / 2;
      if (function.applyAsDouble(middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
