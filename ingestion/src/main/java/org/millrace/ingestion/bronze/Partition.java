package org.millrace.ingestion.bronze;

import io.delta.kernel.expressions.Literal;
import java.time.LocalDate;
import java.util.Map;

/** Where a file belongs: domain and day of recording, or nowhere in a table without partitions. */
record Partition(String domain, int day) {

  static Partition none() {
    return new Partition("", 0);
  }

  private boolean isNone() {
    return domain.isEmpty();
  }

  /** The folder is for people only; what counts are the values in the log. */
  String folder() {
    return isNone()
        ? ""
        : "domain="
            + domain.replaceAll("[^A-Za-z0-9_-]", "_")
            + "/day="
            + LocalDate.ofEpochDay(day)
            + "/";
  }

  Map<String, Literal> values() {
    return isNone()
        ? Map.of()
        : Map.of("domain", Literal.ofString(domain), "day", Literal.ofDate(day));
  }
}
