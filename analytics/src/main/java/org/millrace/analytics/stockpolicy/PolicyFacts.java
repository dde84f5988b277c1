package org.millrace.analytics.stockpolicy;

import java.util.List;

/**
 * What is known of an item: the worth of a unit, weekly demand of the past, the forecast of a week
 * with its error, the lead time in weeks, and what orders cost.
 */
public record PolicyFacts(
    String item,
    double unitCost,
    List<Double> weeklyDemand,
    DemandRate forecast,
    LeadTime leadTimeWeeks,
    Terms terms) {

  static final int WEEKS_A_YEAR = 52;

  public PolicyFacts {
    Require.notNegative("Unit cost of item " + item, unitCost);
    weeklyDemand = List.copyOf(weeklyDemand);
  }

  double yearlyDemand() {
    return forecast.perPeriod() * WEEKS_A_YEAR;
  }

  double yearlyValue() {
    return yearlyDemand() * unitCost;
  }

  /** What one order costs, and what holding goods for a year costs as a share of their value. */
  public record Terms(double orderCost, double holdingShare) {

    public Terms {
      Require.notNegative("Cost of an order", orderCost);
      Require.positive("Yearly holding share", holdingShare);
    }
  }
}
