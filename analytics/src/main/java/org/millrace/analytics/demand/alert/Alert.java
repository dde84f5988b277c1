package org.millrace.analytics.demand.alert;

import java.util.Locale;

/**
 * One exception of one item, in both languages.
 *
 * @param units how many units a week it is about, to put the large ones first
 */
public record Alert(Kind kind, Severity severity, double units, String en, String zh) {

  /** What is the matter. */
  public enum Kind {
    /** The forecasts of a quarter lean to one side. */
    BIAS,
    /** The last week lay outside what 95 of 100 should keep. */
    OUTSIDE_INTERVAL,
    /** Sold for too short a time to know much. */
    NEW_ITEM,
    /** Nobody buys it any more, though it is there or its stock is not known. */
    DYING_ITEM,
    /** Not sold for longer than chance allows, and none on hand. */
    STOCK_OUT;

    /** The word in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How soon to look at it. */
  public enum Severity {
    INFO,
    WARNING,
    URGENT;

    /** The word in tables. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
