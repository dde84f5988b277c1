package org.millrace.planning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.millrace.document.list.Listed;
import org.millrace.item.ItemCode;
import org.millrace.shared.Problems;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;

/** What a planner expects of an item in a week instead of the forecast, and why. */
@Listed(
    searched = {"item", "location", "author", "note"},
    sorted = "period",
    key = {"item", "location"})
public record ForecastOverride(
    ItemCode item,
    Optional<LocationCode> location,
    LocalDate period,
    Quantity quantity,
    String note,
    String author,
    Instant overriddenAt) {
  private static final int LONGEST_NOTE = 1_000;

  public ForecastOverride {
    note = note.strip();
    new Problems()
        .require(
            period.getDayOfWeek() == DayOfWeek.MONDAY,
            "period",
            period,
            "the Monday of the week, " + period.with(DayOfWeek.MONDAY))
        .require(!quantity.isNegative(), "quantity", quantity, "0 or more")
        .require(
            !note.isEmpty() && note.length() <= LONGEST_NOTE,
            "note",
            note,
            "why, in 1 to " + LONGEST_NOTE + " characters")
        .refuse("The forecast of " + item + " cannot be replaced");
  }
}
