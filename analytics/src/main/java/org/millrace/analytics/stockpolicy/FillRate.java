package org.millrace.analytics.stockpolicy;

/**
 * The share of demand that stock meets at once: {@code 1 - σL G(z) / Q} with {@code z = SS / σL}
 * (Silver, Pyke and Thomas 2017, ch. 6). Worked: safety stock 74.3, σL 176.8, Q 1,975.2 give 0.98.
 */
public final class FillRate {

  private FillRate() {}

  /** Between 0 and 1; 1 when nothing varies. */
  public static double of(
      double safetyStock, double orderQuantity, DemandRate demand, LeadTime leadTime) {
    Require.notNegative("Safety stock", safetyStock);
    Require.positive("Order quantity", orderQuantity);
    double deviation = leadTime.demandDeviation(demand);
    if (deviation == 0) {
      return 1;
    }
    double shortPerCycle = deviation * StandardNormal.loss(safetyStock / deviation);
    return Math.max(0, 1 - shortPerCycle / orderQuantity);
  }
}
