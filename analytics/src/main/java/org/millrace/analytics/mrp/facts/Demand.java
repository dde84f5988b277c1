package org.millrace.analytics.mrp.facts;

import java.time.LocalDate;

/** A document or forecast that wants so much of an item on a day. */
public record Demand(String id, Kind kind, String item, LocalDate due, double quantity) {

  /** What stands behind a demand; on the same day an earlier kind is served first. */
  public enum Kind {
    SALES_ORDER,
    /** What an open work order still has to take. */
    WORK_ORDER,
    OTHER,
    /** Net of the orders that already came. */
    FORECAST
  }

  public Demand {
    Amounts.positive("Quantity of demand " + id, quantity);
  }

  public static Demand order(String id, String item, LocalDate due, double quantity) {
    return new Demand(id, Kind.SALES_ORDER, item, due, quantity);
  }

  public static Demand forecast(String id, String item, LocalDate due, double quantity) {
    return new Demand(id, Kind.FORECAST, item, due, quantity);
  }
}
