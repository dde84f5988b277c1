package org.millrace.warehouse.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Check;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.row.RowWriter;
import org.millrace.warehouse.row.TableRow;

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
    for (TableRow row : TableRow.all(written.read(written.files(Affected.everything())))) {
      String table = row.text("table_name");
      lake.catalog().table(table).stream()
          .flatMap(known -> known.checks().stream())
          .filter(check -> check.name().equals(row.text("check_name")))
          .map(check -> result(table, check, row))
          .forEach(result -> latest.put(table + " " + result.check().name(), result));
    }
  }

  private static CheckResult result(String table, Check check, TableRow row) {
    return new CheckResult(
        table, check, row.whole("failing_rows"), row.text("sample"), row.moment("checked_at"));
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
    RowWriter writer = RowWriter.of(board());
    List<Row> rows = new ArrayList<>();
    for (CheckResult result : latest.values()) {
      rows.add(
          writer
              .row()
              .set("company", "*")
              .set("table_name", result.table())
              .set("check_name", result.check().name())
              .set("severity", result.check().severity().word())
              .set("status", result.isPassed() ? "passed" : "failed")
              .set("failing_rows", result.failingRows())
              .set("sample", result.sample())
              .set("checked_at", result.checkedAt())
              .done());
    }
    KernelTable written = lake.small(board());
    written.whileNoneWrites(() -> written.commit(rows, written.files(Affected.everything())));
    turned = false;
  }
}
