package org.millrace.analytics.stockpolicy;

/** Forecast demand of one period and the deviation of its forecast error in the same unit. */
public record DemandRate(double perPeriod, double errorDeviation) {

  public DemandRate {
    Require.notNegative("Demand per period", perPeriod);
    Require.notNegative("Deviation of the forecast error", errorDeviation);
  }
}
