package org.millrace.paper.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a mail that was not taken is tried again: after 1 min, 2, 4 ... an hour, for three days. */
final class Waits {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration PATIENCE = Duration.ofDays(3);
  private static final int MOST_DOUBLED = 6;

  private Waits() {}

  /** The moment of the next attempt after so many; empty when it has taken too long. */
  static Optional<Instant> next(Instant queuedAt, int attempts, Instant now) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLED));
    Instant next = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    return Optional.of(next).filter(at -> !at.isAfter(queuedAt.plus(PATIENCE)));
  }
}
