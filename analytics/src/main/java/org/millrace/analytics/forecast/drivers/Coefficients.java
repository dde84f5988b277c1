package org.millrace.analytics.forecast.drivers;

import org.millrace.analytics.forecast.linear.Cholesky;

/** The coefficients of one item's drivers, and how sure they are, alone and together. */
final class Coefficients {

  private final double[] values;
  private final double[] variances;
  private final Cholesky information;

  /**
   * @param information what is known of the intercept and then of each coefficient, the inverse of
   *     their covariance
   */
  Coefficients(double[] values, Cholesky information) {
    this.values = values.clone();
    this.variances = information.inverseDiagonal();
    this.information = information;
  }

  int size() {
    return values.length;
  }

  double value(int k) {
    return values[k];
  }

  double variance(int k) {
    return variances[k + 1];
  }

  /** The variance of the sum of the coefficients, each times its weight. */
  double variance(double... weights) {
    double[] all = new double[variances.length];
    System.arraycopy(weights, 0, all, 1, weights.length);
    double[] solved = information.solved(all);
    double variance = 0;
    for (int k = 1; k < all.length; k++) {
      variance += all[k] * solved[k];
    }
    return variance;
  }

  double[] values() {
    return values.clone();
  }
}
