package org.millrace.dashboards.cockpit.figure;

import java.time.Instant;
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
    Age age,
    List<String> failedChecks) {
  Stamp {
    failedChecks = List.copyOf(failedChecks);
  }

  /**
   * Seconds since the table was complete or, where an analysis fills it only when asked, since it
   * was published; and how many are usual.
   */
  record Age(double seconds, long patienceSeconds) {}

  /** Differs whenever the table's rows may differ. */
  long edition() {
    return 31 * version + publishedAt.map(Instant::toEpochMilli).orElse(0L);
  }
}
