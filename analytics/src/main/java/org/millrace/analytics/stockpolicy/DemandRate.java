package org.millrace.analytics.stockpolicy;

import java.util.List;

/** Forecast demand of one period and the deviation of its forecast error in the same unit. */
public record DemandRate(double perPeriod, double errorDeviation) {

  public DemandRate {
    Require.notNegative("Demand per period", perPeriod);
    Require.notNegative("Deviation of the forecast error", errorDeviation);
  }

  /**
   * The deviation is the root of the mean squared error of past one-period forecasts, so a forecast
   * that is always off counts as uncertain too. Worked: errors 3, -4 give √(25/2) = 3.536.
   */
  public static DemandRate withErrors(double perPeriod, List<Double> pastErrors) {
    if (pastErrors.isEmpty()) {
      throw new IllegalArgumentException(
          "No past forecast error is given; name a deviation or one error at least");
    }
    double squares = pastErrors.stream().mapToDouble(error -> error * error).sum();
    return new DemandRate(perPeriod, Math.sqrt(squares / pastErrors.size()));
  }
}
