package org.millrace.analytics.stockpolicy;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is known of an item: the worth of a unit, weekly demand of the past, the forecast of a week
 * with its error, the lead time in weeks, and how it is ordered.
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

  /**
   * What an order brings on average, and what a planner has set by hand: the service level, else
   * that of the classes, and the safety stock, else the computed one.
   */
  public record Terms(double orderQuantity, OptionalDouble serviceLevel, OptionalDouble safety) {

    public Terms {
      Require.notNegative("Order quantity", orderQuantity);
      serviceLevel.ifPresent(level -> Require.share("Service level", level));
      safety.ifPresent(quantity -> Require.notNegative("Safety stock", quantity));
    }

    /** Nothing is set by hand. */
    public Terms(double orderQuantity) {
      this(orderQuantity, OptionalDouble.empty(), OptionalDouble.empty());
    }
  }
}
