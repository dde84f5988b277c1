package org.millrace.dashboards.cockpit.figure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How fresh one mart table is: its version in the lake, when that was published, the time up to
 * which it is complete, and what failed. {@code patienceSeconds} is the age from which people
 * should be warned.
 */
record Stamp(
    String table,
    long version,
    Optional<Instant> publishedAt,
    Optional<Instant> completeTo,
    Calculated calculated,
    Age age,
    List<String> failedChecks) {
  Stamp {
    failedChecks = List.copyOf(failedChecks);
  }

  /** When an analysis calculated the rows, and for which day; nothing where none fills them. */
  record Calculated(Optional<Instant> at, Optional<LocalDate> asOf) {}

  /**
   * Seconds since the rows were calculated or, where no analysis does so, since the table was
   * complete or published; seconds since it was complete; and how many of these are usual.
   */
  record Age(double seconds, double behindSeconds, long patienceSeconds) {}

  /** Differs whenever the table's rows may differ. */
  long edition() {
    return 31 * version + publishedAt.map(Instant::toEpochMilli).orElse(0L);
  }
}
