package org.millrace.warehouse.check;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;

/**
 * The latest result of every check; written to gold.data_check when one of them turns. What an
 * earlier process wrote there holds until the check is made again.
 */
public final class CheckBoard {
  private static final String TABLE = "gold.data_check";

  private final Lake lake;
  private final Map<String, CheckResult> latest = new TreeMap<>();
  private boolean turned;

  public CheckBoard(Lake lake) {
    this.lake = lake;
    recall();
  }

  private void recall() {
    KernelTable written = lake.small(board());
    for (Row row : written.read(written.files(Affected.everything()))) {
      String table = row.getString(1);
      lake.catalog().table(table).stream()
          .flatMap(known -> known.checks().stream())
          .filter(check -> check.name().equals(row.getString(2)))
          .map(check -> result(table, check, row))
          .forEach(result -> latest.put(table + " " + result.check().name(), result));
    }
  }

  private static CheckResult result(String table, Check check, Row row) {
    Timestamp at = (Timestamp) row.get(7);
    return new CheckResult(table, check, row.getLong(5), row.getString(6), at.toInstant());
  }

  private Table board() {
    return lake.catalog().named(TABLE);
  }

  /** Writes the board at the next call whatever turned; for a lake whose gold was deleted. */
  public synchronized void writeAnew() {
    turned = true;
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
              result.check().severity().word(),
              result.isPassed() ? "passed" : "failed",
              result.failingRows(),
              result.sample(),
              Timestamp.from(result.checkedAt())));
    }
    KernelTable written = lake.small(board());
    written.whileNoneWrites(() -> written.commit(rows, written.files(Affected.everything())));
    turned = false;
  }
}
