package org.millrace.warehouse.refresh;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.warehouse.build.Builder;

/**
 * What the warehouse says of itself: whether its refreshes go, how far behind they are, what
 * failed.
 */
public final class WarehouseHealth {
  private final Scheduler scheduler;
  private final Runs runs;
  private final Builder builder;
  private final Clock clock;

  public WarehouseHealth(Scheduler scheduler, Runs runs, Builder builder, Clock clock) {
    this.scheduler = scheduler;
    this.runs = runs;
    this.builder = builder;
    this.clock = clock;
  }

  /** The answer of {@code /health}. */
  public Map<String, Object> report() {
    List<String> failures = new ArrayList<>();
    for (RefreshLoop loop : scheduler.loops()) {
      loop.state()
          .failure()
          .ifPresent(
              text ->
                  failures.add(
                      "The last %s cycle failed: %s It is tried again every 2 s."
                          .formatted(loop.name(), text)));
    }
    RefreshLoop.State live = scheduler.loops().get(0).state();
    boolean started = live.cycles() > 0;
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("status", !failures.isEmpty() ? "down" : started ? "up" : "starting");
    health.put("part", "warehouse");
    live.completeTo()
        .ifPresent(moment -> health.put("behindSeconds", Math.max(0, seconds(moment))));
    failures.addAll(runs.failures());
    String doing = started ? "refreshing" : "waiting for the first cycle";
    health.put("detail", failures.isEmpty() ? doing : String.join("; ", failures));
    return health;
  }

  private double seconds(Instant since) {
    return Duration.between(since, clock.instant()).toMillis() / 1000.0;
  }

  /** The answer of {@code /progress}. */
  public Map<String, Object> progress() {
    Map<String, Object> progress = new LinkedHashMap<>();
    progress.put("bronzeVersion", builder.bronzeVersion());
    for (RefreshLoop loop : scheduler.loops()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("cycles", loop.state().cycles());
      one.put("completeTo", loop.state().completeTo().map(Instant::toString).orElse(null));
      loop.state()
          .last()
          .ifPresent(
              cycle -> {
                one.put("bronzeVersion", cycle.bronzeVersion());
                one.put("lastMillis", cycle.took().toMillis());
                one.put("lastBuilt", cycle.built());
              });
      progress.put(loop.name(), one);
    }
    return progress;
  }
}
