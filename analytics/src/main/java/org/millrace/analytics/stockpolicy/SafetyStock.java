package org.millrace.analytics.stockpolicy;

/** Stock kept for demand above the forecast and for late suppliers; never below 0. */
public final class SafetyStock {

  private SafetyStock() {}

  /**
   * For a share of replenishment cycles without stock-out: {@code SS = z √(LT σd² + d² σLT²)}.
   * Worked: 95 % (z 1.645), demand 100 ± 20, lead time 9 ± 2 give 343.5; the reorder point is then
   * 900 + 343.5 = 1,243.5.
   */
  public static double forCycles(double serviceLevel, DemandRate demand, LeadTime leadTime) {
    double z = StandardNormal.quantile(Require.share("Service level", serviceLevel));
    return Math.max(0, z * leadTime.demandDeviation(demand));
  }
}
