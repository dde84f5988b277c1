package org.millrace.dashboards.query;

import java.time.Clock;
import java.util.function.Predicate;
import org.millrace.dashboards.definition.MartTables;

/** The questions that one reader may ask: over the tables and columns that the reader sees. */
public record Questions(MartTables tables, MetricQueries metrics, RowQueries rows) {

  /**
   * The questions of somebody who has these permissions, on the day of a clock where the company
   * is.
   */
  public static Questions of(MartTables all, Clock clock, Predicate<String> permissions) {
    MartTables seen = all.readableWith(permissions);
    return new Questions(seen, new MetricQueries(seen, clock), new RowQueries(seen, clock));
  }
}
