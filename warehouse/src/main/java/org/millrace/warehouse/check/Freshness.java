package org.millrace.warehouse.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;

/**
 * Whether each table is complete to a time that is not longer ago than its {@code fresh_minutes}. A
 * table that was never complete is measured from the moment the watch began.
 */
public final class Freshness {
  private final Catalog catalog;
  private final Clock clock;
  private final Instant began;

  public Freshness(Catalog catalog, Clock clock) {
    this.catalog = catalog;
    this.clock = clock;
    this.began = clock.instant();
  }

  /** Checks every table by the time up to which it is complete. */
  public List<CheckResult> run(Function<Table, Optional<Instant>> completeTo) {
    Instant now = clock.instant();
    List<CheckResult> results = new ArrayList<>();
    for (Table table : catalog.tables()) {
      for (Check check : table.checks()) {
        if (check.rule() instanceof Check.Rule.Fresh fresh) {
          String late = late(fresh, completeTo.apply(table), now);
          results.add(new CheckResult(table.sql(), check, late.isEmpty() ? 0 : 1, late, now));
        }
      }
    }
    return results;
  }

  private String late(Check.Rule.Fresh fresh, Optional<Instant> completeTo, Instant now) {
    Duration age = Duration.between(completeTo.orElse(began), now);
    if (age.compareTo(Duration.ofMinutes(fresh.minutes())) <= 0) {
      return "";
    }
    return completeTo
            .map(moment -> "complete to " + moment.truncatedTo(ChronoUnit.SECONDS))
            .orElse("complete to no time yet, watched since " + began)
        + ", %d minutes ago; at most %d are allowed".formatted(age.toMinutes(), fresh.minutes());
  }
}
