package org.millrace.warehouse.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;

/**
 * Describes the tables as their table.yaml does, joins the small files of tables that are appended
 * to, and once a day deletes files that no version of the last day needs. A reader holds a version
 * for minutes, so none is endangered; to look further back than a day, restore a backup.
 */
public final class Upkeep {
  private static final long COMMITS_BEFORE_JOINING = 60;
  private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(24);

  private final Lake lake;
  private final Clock clock;
  private final Map<String, Long> joined = new HashMap<>();
  private final Set<String> described = new HashSet<>();
  private Instant cleaned;

  public Upkeep(Lake lake, Clock clock) {
    this.lake = lake;
    this.clock = clock;
    this.cleaned = clock.instant();
  }

  /** Does what is due; at most one table is joined and one described a call. */
  public void run() {
    describe();
    lake.catalog().tables(Layer.SILVER).stream()
        .filter(Upkeep::isAppendedTo)
        .filter(this::isDue)
        .findFirst()
        .ifPresent(this::join);
    if (Duration.between(cleaned, clock.instant()).compareTo(BETWEEN_CLEANINGS) >= 0) {
      cleaned = clock.instant();
      lake.catalog().tables().stream()
          .filter(table -> table.name().layer() != Layer.BRONZE)
          .filter(table -> !(table.filling() instanceof Filling.Shows))
          .filter(table -> lake.log(table).latest() > 0) // was written since it was made
          .forEach(this::clean);
    }
  }

  /** What people changed in table.yaml since a table was made is told to its readers too. */
  private void describe() {
    for (Table table : lake.catalog().tables()) {
      boolean isOwn =
          table.name().layer() != Layer.BRONZE && !(table.filling() instanceof Filling.Shows);
      if (isOwn && described.add(table.sql()) && lake.describe(table)) {
        return;
      }
    }
  }

  private static boolean isAppendedTo(Table table) {
    return table.filling() instanceof Filling.FromEvents load && load.keep() == Keep.ONCE;
  }

  private boolean isDue(Table table) {
    long version = lake.log(table).latest();
    return version - joined.getOrDefault(table.sql(), 0L) >= COMMITS_BEFORE_JOINING;
  }

  private void join(Table table) {
    lake.small(table)
        .whileNoneWrites(
            () -> lake.session().sql("OPTIMIZE delta.`" + lake.path(table) + "`").collect());
    joined.put(table.sql(), lake.log(table).latest());
  }

  private void clean(Table table) {
    lake.session().sql("VACUUM delta.`" + lake.path(table) + "` RETAIN 24 HOURS").collect();
  }
}
