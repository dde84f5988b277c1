package org.millrace.analytics.mrp.facts;

import java.util.List;
import java.util.Optional;

/**
 * A proposal that a planner does not want, and what stood behind it when it was rejected. As much
 * of the item is not proposed for these documents again, on whatever day, until the rejection is
 * taken back. What they lack beyond it, and what others lack, is proposed.
 */
public record Rejection(
    String proposal, String item, String by, Optional<String> note, List<Peg> pegs) {

  public Rejection {
    pegs = List.copyOf(pegs);
  }
}
