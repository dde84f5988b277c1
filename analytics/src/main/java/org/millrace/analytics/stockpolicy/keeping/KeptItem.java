package org.millrace.analytics.stockpolicy.keeping;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.millrace.analytics.stockpolicy.PolicyFacts;
import org.millrace.analytics.stockpolicy.StockPolicy;

/** An item with its policy and what that says of its stock. */
public record KeptItem(
    ItemStock facts, PolicyFacts basis, StockPolicy policy, Cover cover, Surplus surplus) {

  /**
   * How long the stock lasts by the forecast; whether that is shorter than a new order takes; and
   * days until it is gone when goods go out and come in as in the last four weeks.
   */
  public record Cover(OptionalDouble days, Alarm alarm, OptionalDouble daysToStockOut) {}

  /** Whether the stock lasts until a new order could be there. */
  public enum Alarm {
    SHORT,
    NONE
  }

  /**
   * Units above the reorder point and one order; units that lie dead; days since something went out
   * (since the last receipt when nothing ever did).
   */
  public record Surplus(double excess, double dead, OptionalInt idleDays) {}
}
