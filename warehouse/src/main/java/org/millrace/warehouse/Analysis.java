package org.millrace.warehouse;

import java.time.Duration;
import java.util.List;

/**
 * A calculation over the lake that fills gold tables; run on demand or after its sources change.
 */
public interface Analysis {

  /** The name in {@code POST /run}, such as {@code segmentation}. */
  String name();

  /** The gold tables it writes, each named as writer in their table.yaml. */
  List<String> writes();

  /** True when the loop calls it after one of the tables' sources changed, without a date. */
  boolean follows();

  /** The least time between two calls by the loop. */
  default Duration pause() {
    return Duration.ofSeconds(20);
  }

  /** Calculates and writes; for the same versions and the same date the same rows. */
  AnalysisResult run(AnalysisRun run);
}
