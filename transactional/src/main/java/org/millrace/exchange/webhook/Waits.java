package org.millrace.exchange.webhook;

import java.time.Duration;
import java.time.Instant;

/** How long a receiver that does not take an event is left alone: 5 s, 10 s, 20 s ... an hour. */
final class Waits {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Duration TOO_LONG = Duration.ofDays(3);
  private static final int MOST_DOUBLED = 10;

  private Waits() {}

  static Duration after(int failures) {
    Duration wait = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLED));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  static boolean isTooLong(Instant since, Instant now) {
    return Duration.between(since, now).compareTo(TOO_LONG) >= 0;
  }
}
