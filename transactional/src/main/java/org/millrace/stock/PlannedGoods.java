package org.millrace.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.millrace.item.ItemCode;
import org.millrace.party.Party.DispatchPriority;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Quantity;

/**
 * All that an open document will still move: each item once, at one location, expected in (+) or
 * wanted out (-), on that day if one is known, at that priority. Without lines nothing more is
 * planned.
 */
public record PlannedGoods(
    DocumentRef document,
    Instant occurredAt,
    Optional<LocalDate> wantedOn,
    DispatchPriority priority,
    List<Line> lines) {
  public PlannedGoods {
    lines = List.copyOf(lines);
  }

  /** At normal priority. */
  public PlannedGoods(
      DocumentRef document, Instant occurredAt, Optional<LocalDate> wantedOn, List<Line> lines) {
    this(document, occurredAt, wantedOn, DispatchPriority.NORMAL, lines);
  }

  /**
   * How much of an item is still to come or to go, on another day than the rest where one is named.
   */
  public record Line(
      ItemCode item, LocationCode location, Quantity quantity, Optional<LocalDate> day) {
    /** On the day of the whole document. */
    public Line(ItemCode item, LocationCode location, Quantity quantity) {
      this(item, location, quantity, Optional.empty());
    }
  }
}
