package org.millrace.warehouse.check;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.lake.Lake;

/** The latest result of every check; written to gold.data_check when one of them turns. */
public final class CheckBoard {
  private static final String TABLE = "gold.data_check";

  private final Lake lake;
  private final Map<String, CheckResult> latest = new TreeMap<>();
  private boolean turned;

  public CheckBoard(Lake lake) {
    this.lake = lake;
  }

  /** Takes results in; true when one of them stops a table that was not stopped before. */
  public synchronized boolean add(List<CheckResult> results) {
    boolean stopped = false;
    for (CheckResult result : results) {
      CheckResult before = latest.put(result.table() + " " + result.check().name(), result);
      if (before == null || before.failingRows() != result.failingRows()) {
        turned = true;
        stopped |= result.stops();
      }
    }
    return stopped;
  }

  /** Writes the board when something turned since the last time. */
  public synchronized void write() {
    if (!turned) {
      return;
    }
    List<Row> rows = new ArrayList<>();
    for (CheckResult result : latest.values()) {
      rows.add(
          RowFactory.create(
              "*",
              result.table(),
              result.check().name(),
              result.check().severity().name().toLowerCase(java.util.Locale.ROOT),
              result.isPassed() ? "passed" : "failed",
              result.failingRows(),
              result.sample(),
              Timestamp.from(result.checkedAt())));
    }
    StructType columns = StructType.fromDDL(Lake.ddl(lake.catalog().named(TABLE)));
    lake.replace(TABLE, lake.session().createDataFrame(rows, columns).coalesce(1), "");
    turned = false;
  }
}
