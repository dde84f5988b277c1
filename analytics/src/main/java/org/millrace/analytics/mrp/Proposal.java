package org.millrace.analytics.mrp;

import java.time.LocalDate;
import org.millrace.analytics.mrp.facts.PlannedItem.Source;

/** Buy or make so much of an item, as so many orders. The id names item and due day. */
public record Proposal(
    String id, String item, Source source, double quantity, long orders, Dates dates) {

  /**
   * When to start, when it is to be there, since when it is needed, and when it can be there given
   * what it takes; due after needed means late by itself, possible after due late by its parts.
   * What waits for a part that was rejected is possible after the end of the plan.
   */
  public record Dates(LocalDate start, LocalDate due, LocalDate needed, LocalDate possible) {}
}
