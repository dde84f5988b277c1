package org.millrace.warehouse.lake;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Table;

/** Replaces rows of one table by few others in one commit, without a Spark job. */
final class SmallReplace {
  /** What is held at most, of the new rows and of the files that they change. */
  private final SparkSession session;

  private final StructType columns;
  private final KernelTable stored;

  SmallReplace(SparkSession session, Table table, KernelTable stored) {
    this.session = session;
    this.columns = StructType.fromDDL(Lake.ddl(table));
    this.stored = stored;
  }

  /** False, with nothing done, where more would be held than should be. */
  boolean replace(Affected part, String where, Dataset<Row> rows) {
    List<DataFile> files = stored.files(part);
    if (files.stream().mapToLong(DataFile::rows).sum() > RowsInHand.MOST_ROWS) {
      return false;
    }
    List<Row> written = new ArrayList<>(rows.takeAsList(RowsInHand.MOST_ROWS + 1));
    if (written.size() > RowsInHand.MOST_ROWS) {
      return false;
    }
    List<DataFile> rewritten = new ArrayList<>();
    for (DataFile file : files) {
      List<Row> before = stored.read(List.of(file));
      List<Row> others = others(before, where);
      if (others.size() < before.size()) {
        rewritten.add(file);
        written.addAll(others);
      }
    }
    if (!written.isEmpty() || !rewritten.isEmpty()) {
      stored.commit(written, rewritten);
    }
    return true;
  }

  private List<Row> others(List<Row> rows, String where) {
    return session
        .createDataFrame(rows, columns)
        .where("not coalesce((" + where + "), false)")
        .collectAsList();
  }
}
