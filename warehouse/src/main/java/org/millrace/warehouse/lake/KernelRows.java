package org.millrace.warehouse.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** Reads the rows of single data files and hands them out as Spark would. */
record KernelRows(Engine engine, StructType schema, org.apache.spark.sql.types.StructType types) {

  /** The rows of a file, with the values of its partition. */
  void read(Scan scan, DataFile file, List<Row> into) throws IOException {
    io.delta.kernel.data.Row state = scan.getScanState(engine);
    CloseableIterator<ColumnarBatch> physical =
        batches(
            InternalScanFileUtils.getAddFileStatus(file.scanned()),
            ScanStateRow.getPhysicalDataReadSchema(state));
    try (CloseableIterator<FilteredColumnarBatch> logical =
        Scan.transformPhysicalData(engine, state, file.scanned(), physical)) {
      while (logical.hasNext()) {
        take(logical.next().getRows(), into);
      }
    }
  }

  /** The rows of a file as it is, without partition columns. */
  void readPlain(AddedFile file, List<Row> into) throws IOException {
    try (CloseableIterator<ColumnarBatch> batches =
        batches(FileStatus.of(file.path(), file.bytes(), file.modifiedAt()), schema)) {
      while (batches.hasNext()) {
        take(batches.next().getRows(), into);
      }
    }
  }

  private CloseableIterator<ColumnarBatch> batches(FileStatus file, StructType columns)
      throws IOException {
    return engine
        .getParquetHandler()
        .readParquetFiles(Utils.singletonCloseableIterator(file), columns, Optional.empty())
        .map(FileReadResult::getData);
  }

  private void take(CloseableIterator<io.delta.kernel.data.Row> rows, List<Row> into)
      throws IOException {
    try (rows) {
      rows.forEachRemaining(row -> into.add(given(row)));
    }
  }

  private Row given(io.delta.kernel.data.Row row) {
    Object[] values = new Object[schema.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNullAt(i) ? null : KernelTypes.given(row, i, schema.at(i).getDataType());
    }
    return new GenericRowWithSchema(values, types);
  }
}
