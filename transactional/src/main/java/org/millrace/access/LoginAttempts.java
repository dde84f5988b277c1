package org.millrace.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down whoever guesses passwords. After {@value #FREE} wrong ones in a row for a name, each
 * further one closes the login of that name: for half a minute, then twice as long each time, at
 * most a quarter of an hour. The right password forgets them. Kept in memory: a restart forgives.
 */
final class LoginAttempts {
  static final int FREE = 5;
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int NAMES_KEPT = 10_000;

  private final Clock clock;
  private final Map<String, Failures> byName =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > NAMES_KEPT;
        }
      };

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant closedUntil) {}

  /** How long the login of that name stays closed; zero when it is open. */
  synchronized Duration closedFor(String name) {
    Failures failures = byName.get(name);
    Instant now = clock.instant();
    return failures == null || !failures.closedUntil().isAfter(now)
        ? Duration.ZERO
        : Duration.between(now, failures.closedUntil());
  }

  synchronized void failed(String name) {
    Failures before = byName.getOrDefault(name, new Failures(0, Instant.MIN));
    int count = before.count() + 1;
    byName.put(name, new Failures(count, clock.instant().plus(pauseAfter(count))));
  }

  synchronized void succeeded(String name) {
    byName.remove(name);
  }

  private static Duration pauseAfter(int failures) {
    if (failures < FREE) {
      return Duration.ZERO;
    }
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures - FREE, 10));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }
}
