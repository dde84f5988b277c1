package org.millrace.analytics.mrp.version;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.analytics.mrp.Proposal;

/** A proposal that came, went, moved or became more or less. */
public record Change(Kind kind, Optional<Proposal> before, Optional<Proposal> after) {

  /** What happened to it. */
  public enum Kind {
    ADDED,
    REMOVED,
    MOVED,
    RESIZED
  }

  /** The item, the same before and after. */
  public String item() {
    return before.or(() -> after).orElseThrow().item();
  }

  /** What changed of the quantity: all of it when the day moved, the difference otherwise. */
  public double quantity() {
    double was = before.map(Proposal::quantity).orElse(0.0);
    double is = after.map(Proposal::quantity).orElse(0.0);
    return kind == Kind.RESIZED ? Math.abs(is - was) : Math.max(is, was);
  }

  /** The earlier of the days it was and is due. */
  public LocalDate firstDay() {
    return first(Proposal.Dates::due);
  }

  /** The earlier of the days on which it was and is to start. */
  public LocalDate firstStart() {
    return first(Proposal.Dates::start);
  }

  private LocalDate first(Function<Proposal.Dates, LocalDate> day) {
    LocalDate was = day.apply(before.or(() -> after).orElseThrow().dates());
    LocalDate is = day.apply(after.or(() -> before).orElseThrow().dates());
    return was.isBefore(is) ? was : is;
  }
}
