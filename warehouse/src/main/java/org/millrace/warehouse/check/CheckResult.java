package org.millrace.warehouse.check;

import java.time.Instant;
import org.millrace.warehouse.catalog.Check;

/** What one check found in one table. */
public record CheckResult(
    String table, Check check, long failingRows, String sample, Instant checkedAt) {

  public boolean isPassed() {
    return failingRows == 0;
  }

  public boolean stops() {
    return !isPassed() && check.severity() == Check.Severity.STOP;
  }
}
