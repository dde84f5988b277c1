package org.millrace.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When something happened, and on which day it is booked where the month of that moment is closed.
 *
 * @param postingDate the first open day where none is named
 */
public record Happened(Instant occurredAt, Optional<LocalDate> postingDate) {
  /** Booked on the first open day. */
  public static Happened at(Instant moment) {
    return new Happened(moment, Optional.empty());
  }
}
