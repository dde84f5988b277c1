package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.WarmUpCycles;
import org.millrace.warehouse.catalog.Refresh;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warms up the live cycle of a started process while there is nothing to do yet. */
public final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final int MOST_CYCLES = 10;

  private final Builder builder;
  private final WarmUpCycles cycles;
  private final Clock clock;

  public WarmUp(Builder builder, WarmUpCycles cycles, Clock clock) {
    this.builder = builder;
    this.cycles = cycles;
    this.clock = clock;
  }

  /** Runs cycles until there is real work or somebody waits; a failure costs the warmth only. */
  void run(BooleanSupplier isAwaited) {
    long version = builder.bronzeVersion();
    Instant start = clock.instant();
    try {
      int played =
          cycles.run(
              Refresh.LIVE,
              MOST_CYCLES,
              () -> isAwaited.getAsBoolean() || builder.bronzeVersion() != version);
      long took = Duration.between(start, clock.instant()).toMillis();
      LOG.info("Warmed up by {} live cycles in {} ms", played, took);
    } catch (RuntimeException failed) {
      LOG.warn("The live cycle could not be warmed up; the first with work will be slow", failed);
    }
  }
}
