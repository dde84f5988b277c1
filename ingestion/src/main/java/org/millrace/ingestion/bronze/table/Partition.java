package org.millrace.ingestion.bronze.table;

import io.delta.kernel.expressions.Literal;
import java.time.LocalDate;
import java.util.Map;

/** Where a file belongs: domain and day of recording, or nowhere in a table without partitions. */
public record Partition(String domain, int day) {

  /** The place of a file in a table without partitions. */
  public static Partition none() {
    return new Partition("", 0);
  }

  private boolean isNone() {
    return domain.isEmpty();
  }

  /** The folder is for people only; what counts are the values in the log. */
  public String folder() {
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
