package org.millrace.deploy.supervisor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts restarts within a sliding window; a part that keeps dying is given up. */
final class RestartLimit {

  private final int most;
  private final Duration window;
  private final Deque<Instant> restarts = new ArrayDeque<>();

  RestartLimit(int most, Duration window) {
    this.most = most;
    this.window = window;
  }

  /** Notes a restart at {@code now} and tells whether it is still within the limit. */
  boolean admits(Instant now) {
    while (!restarts.isEmpty() && restarts.peekFirst().isBefore(now.minus(window))) {
      restarts.removeFirst();
    }
    restarts.addLast(now);
    return restarts.size() <= most;
  }

  /** How long to wait before the next restart: half a second, doubled each time, at most 16 s. */
  Duration pause() {
    return Duration.ofMillis(500L << Math.min(restarts.size(), 5));
  }

  /** Whether the pause since the last restart is over. */
  boolean isRested(Instant now) {
    return restarts.isEmpty() || !now.isBefore(restarts.peekLast().plus(pause()));
  }

  int count() {
    return restarts.size();
  }
}
