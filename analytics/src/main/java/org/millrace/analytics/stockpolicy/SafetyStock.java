package org.millrace.analytics.stockpolicy;

import java.util.List;

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

  /**
   * For a share of demand met at once, with orders of a given quantity: z solves {@code G(z) = Q (1
   * - share) / σL} (Silver, Pyke and Thomas 2017, ch. 6). Worked: Q 1,975.2, share 0.98, σL 125 √2
   * = 176.8 give z 0.4204 and 74.3.
   */
  public static double forFillRate(
      double fillRate, double orderQuantity, DemandRate demand, LeadTime leadTime) {
    Require.share("Fill rate", fillRate);
    Require.positive("Order quantity", orderQuantity);
    double deviation = leadTime.demandDeviation(demand);
    if (deviation == 0) {
      return 0;
    }
    double z = StandardNormal.lossInverse(orderQuantity * (1 - fillRate) / deviation);
    return Math.max(0, z * deviation);
  }

  /**
   * For demand that is not normal: the service level's quantile of past (actual less forecast) sums
   * over the lead time, the smallest error that at least this share of them does not exceed.
   * Worked: errors -4, 0, 1, 2, 9 at 80 % give 2.
   */
  public static double fromErrors(double serviceLevel, List<Double> leadTimeErrors) {
    Require.share("Service level", serviceLevel);
    if (leadTimeErrors.isEmpty()) {
      throw new IllegalArgumentException("No past error over the lead time is given");
    }
    double[] sorted = leadTimeErrors.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int rank = (int) Math.ceil(serviceLevel * sorted.length - 1e-9);
    return Math.max(0, sorted[rank - 1]);
  }
}
