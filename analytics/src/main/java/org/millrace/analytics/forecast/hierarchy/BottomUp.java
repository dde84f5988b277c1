package org.millrace.analytics.forecast.hierarchy;

/**
 * Keeps the forecasts of the lowest series and sums them; forecasts of sums are not used.
 *
 * <p>Source: Hyndman and Athanasopoulos, Forecasting: Principles and Practice (3rd ed.), 11.2.
 * Worked: company 10 over 4 and 5 becomes 9, 4, 5.
 */
public final class BottomUp implements Reconciliation {

  private final Hierarchy hierarchy;

  public BottomUp(Hierarchy hierarchy) {
    this.hierarchy = hierarchy;
  }

  @Override
  public String title() {
    return "Bottom-up";
  }

  @Override
  public double[] reconciled(double... forecasts) {
    return hierarchy.summed(hierarchy.lowest(forecasts));
  }
}
