package org.millrace.analytics.mrp.facts;

import java.time.LocalDate;

/** So much of an item that is already on its way. */
public record Receipt(String id, Kind kind, String item, LocalDate due, double quantity) {

  /** What the receipt comes from. */
  public enum Kind {
    PURCHASE_ORDER,
    /** What it still takes is given as demand. */
    WORK_ORDER,
    /** A proposal a planner holds fast; what it takes is planned from its bill. */
    FIRM_PROPOSAL
  }

  public Receipt {
    Amounts.positive("Quantity of receipt " + id, quantity);
  }

  public static Receipt purchase(String id, String item, LocalDate due, double quantity) {
    return new Receipt(id, Kind.PURCHASE_ORDER, item, due, quantity);
  }
}
