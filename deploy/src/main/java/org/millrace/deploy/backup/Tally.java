package org.millrace.deploy.backup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Counts what was done and says so every few seconds, on standard error. */
final class Tally {

  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(3);

  private final String verb;
  private final Clock clock;
  private Instant spoke;
  private long bytes;
  private int files;

  Tally(String verb, Clock clock) {
    this.verb = verb;
    this.clock = clock;
    this.spoke = clock.instant();
  }

  void add(long more) {
    bytes += more;
    if (Duration.between(spoke, clock.instant()).compareTo(BETWEEN_WORDS) >= 0) {
      spoke = clock.instant();
      System.err.println("  ... " + this);
    }
  }

  void addFile() {
    files++;
  }

  @Override
  public String toString() {
    return "%s %d files, %.1f MB".formatted(verb, files, bytes / 1e6);
  }
}
