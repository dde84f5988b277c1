package org.millrace.analytics.forecast;

/**
 * A way to continue a series. Stateless; the same history gives the same forecast; the array is
 * neither kept nor changed.
 */
public interface ForecastMethod {

  /** The name people see. */
  String title();

  /**
   * The expected values of the steps after the history, never NaN.
   *
   * @param history at least one value, oldest first, all finite
   * @param season steps in a season, 1 for none
   * @param steps how many to forecast, at least 1
   */
  double[] forecast(double[] history, int season, int steps);
}
