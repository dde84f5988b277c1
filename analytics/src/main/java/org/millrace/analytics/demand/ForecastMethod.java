package org.millrace.analytics.demand;

/**
 * A way to continue a series. Stateless; the same history gives the same forecast; neither array is
 * kept or changed. The history has at least one finite value, the result one per step.
 */
interface ForecastMethod {

  /** The name people see. */
  String title();

  /** The next values after the history, one for each of the steps ahead. */
  double[] forecast(double[] history, int steps);
}
