package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.Rehearsal;
import org.millrace.warehouse.catalog.Refresh;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rehearses the live cycle of a started process while there is nothing to do yet. */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int MOST_REHEARSALS = 10;

  private final Builder builder;
  private final Rehearsal rehearsal;
  private final Clock clock;

  public WarmUp(Builder builder, Rehearsal rehearsal, Clock clock) {
    this.builder = builder;
    this.rehearsal = rehearsal;
    this.clock = clock;
  }

  /** Rehearses until there is real work; a failure costs the warmth only. */
  void run() {
    long version = builder.bronzeVersion();
    Instant start = clock.instant();
    try {
      int played =
          rehearsal.run(Refresh.LIVE, MOST_REHEARSALS, () -> builder.bronzeVersion() != version);
      long took = Duration.between(start, clock.instant()).toMillis();
      LOG.info("Rehearsed the live cycle {} times in {} ms", played, took);
    } catch (RuntimeException failed) {
      LOG.warn("The live cycle could not be rehearsed; the first with work will be slow", failed);
    }
  }
}
