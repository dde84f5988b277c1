package org.millrace.analytics.mrp.facts;

/** What stands behind so much of a proposal. */
public record Peg(Reason reason, String document, double quantity) {

  /** Why it is proposed. */
  public enum Reason {
    SALES_ORDER,
    WORK_ORDER,
    OTHER,
    FORECAST,
    /** Safety stock of the item that the document names. */
    SAFETY_STOCK,
    /** The item that the document names has less than nothing in stock. */
    SHORT_STOCK,
    /** More than needed, because of the lot rule of the item that the document names. */
    LOT_SIZE;

    /** The reason that a document of this kind is. */
    public static Reason of(Demand.Kind kind) {
      return switch (kind) {
        case SALES_ORDER -> SALES_ORDER;
        case WORK_ORDER -> WORK_ORDER;
        case OTHER -> OTHER;
        case FORECAST -> FORECAST;
      };
    }
  }
}
