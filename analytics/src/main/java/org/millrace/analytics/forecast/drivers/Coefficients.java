package org.millrace.analytics.forecast.drivers;

/** The coefficients of one item's drivers with their variances. */
final class Coefficients {

  private final double[] values;
  private final double[] variances;

  Coefficients(double[] values, double[] variances) {
    this.values = values.clone();
    this.variances = variances.clone();
  }

  int size() {
    return values.length;
  }

  double value(int k) {
    return values[k];
  }

  double variance(int k) {
    return variances[k];
  }

  double[] values() {
    return values.clone();
  }
}
