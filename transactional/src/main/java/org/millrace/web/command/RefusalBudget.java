package org.millrace.web.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How many refusals are written down: in an hour {@value #OF_ADDRESS} of an address and {@value
 * #OF_ALL} of all. Kept in memory: a restart begins the hour anew.
 */
final class RefusalBudget {
  static final int OF_ADDRESS = 20;
  static final int OF_ALL = 1_000;
  private static final Duration WINDOW = Duration.ofHours(1);

  private final Clock clock;
  private final Map<String, Integer> byAddress = new HashMap<>();
  private Instant until = Instant.EPOCH;
  private int all;

  RefusalBudget(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more of that address is written down. */
  synchronized boolean takes(String address) {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      until = now.plus(WINDOW);
      byAddress.clear();
      all = 0;
    }
    int before = byAddress.getOrDefault(address, 0);
    if (all == OF_ALL || before == OF_ADDRESS) {
      return false;
    }
    byAddress.put(address, before + 1);
    all++;
    return true;
  }
}
