package org.millrace.einvoice;

import java.time.LocalDate;
import java.util.Optional;

/**
 * BG-13: BT-70 who gets it, BT-71 where by a number, BT-72 when, BG-15 where; BG-14 the time that
 * is invoiced.
 */
public record Delivery(
    Optional<String> name,
    Optional<Identifier> location,
    Optional<LocalDate> date,
    Optional<Party.Address> address,
    Optional<Span> period) {
  public static final Delivery NONE =
      new Delivery(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** BT-73 and BT-74, or BT-134 and BT-135 of a line. */
  public record Span(Optional<LocalDate> from, Optional<LocalDate> to) {}
}
