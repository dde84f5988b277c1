package org.millrace.analytics.mrp.capacity;

import java.time.LocalDate;

/** So much of an item to be made in a span of days, as so many orders that are each set up. */
public record Job(String id, String item, double quantity, long orders, Span span) {

  /** From the first day up to, not including, the day it is due; at least the first day. */
  public record Span(LocalDate start, LocalDate due) {

    public Span {
      if (due.isBefore(start)) {
        throw new IllegalArgumentException(
            "A job cannot start on %s and be due on %s".formatted(start, due));
      }
    }
  }
}
