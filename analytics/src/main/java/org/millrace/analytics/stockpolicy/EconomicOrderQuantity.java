package org.millrace.analytics.stockpolicy;

/**
 * The order quantity at which ordering and holding cost the same: {@code Q = √(2 D S / H)} (Harris
 * 1913). Worked: 36,500 a year, 50 an order, 2 a unit and year give 1,351.
 */
public final class EconomicOrderQuantity {

  private EconomicOrderQuantity() {}

  /** 0 when there is no demand or an order costs nothing. */
  public static double of(double yearlyDemand, double orderCost, double holdingCostPerUnit) {
    Require.notNegative("Yearly demand", yearlyDemand);
    Require.notNegative("Cost of an order", orderCost);
    Require.positive("Yearly holding cost of a unit", holdingCostPerUnit);
    return Math.sqrt(2 * yearlyDemand * orderCost / holdingCostPerUnit);
  }

  /**
   * Yearly cost of ordering and holding at a quantity, {@code D/Q S + Q/2 H}. Worked: 25,750 a
   * year, 250 an order, 3.3 a unit cost 6,518.24 at 1,975.2.
   */
  public static double yearlyCost(
      double quantity, double yearlyDemand, double orderCost, double holdingCostPerUnit) {
    Require.positive("Order quantity", quantity);
    return yearlyDemand / quantity * orderCost + quantity / 2 * holdingCostPerUnit;
  }
}
