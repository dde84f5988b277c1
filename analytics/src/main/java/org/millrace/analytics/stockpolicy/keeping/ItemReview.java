package org.millrace.analytics.stockpolicy.keeping;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.millrace.analytics.stockpolicy.PolicyFacts;
import org.millrace.analytics.stockpolicy.StockPolicy;

/** An item with its policy and what that says of its stock. */
public record ItemReview(
    ItemStock facts, PolicyFacts basis, StockPolicy policy, Cover cover, Surplus surplus) {

  /** How long the stock lasts by the forecast, how it goes and comes, and what that alarms of. */
  public record Cover(OptionalDouble days, Rhythm rhythm, Set<Alarm> alarms) {
    public Cover {
      alarms = Set.copyOf(alarms);
    }
  }

  /**
   * As in the last four weeks: units made for each that went, of an item that is made; and days
   * until the stock is gone when that goes on.
   */
  public record Rhythm(OptionalDouble madeToWent, OptionalDouble daysToStockOut) {}

  /** Why an item asks for attention. */
  public enum Alarm {
    /** The stock does not last until a new order could be there. */
    SHORT,
    /** Less is made than goes, and the stock does not cover it for long. */
    BEHIND
  }

  /**
   * Units above the reorder point and one order; units that lie dead; days since something went out
   * (since the last receipt when nothing ever did).
   */
  public record Surplus(double excess, double dead, OptionalInt idleDays) {}
}
