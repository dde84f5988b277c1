package org.millrace.ingestion.bronze.table;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one snapshot of a table row by row. */
final class DeltaRows {

  private final Snapshot snapshot;
  private final Engine engine;

  DeltaRows(Snapshot snapshot, Engine engine) {
    this.snapshot = snapshot;
    this.engine = engine;
  }

  void forEach(List<String> columns, Consumer<Row> reader) throws IOException {
    StructType schema = snapshot.getSchema();
    StructType wanted = new StructType(columns.stream().map(schema::get).toList());
    Scan scan = snapshot.getScanBuilder().withReadSchema(wanted).build();
    Row state = scan.getScanState(engine);
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            forEachIn(files.next(), state, reader);
          }
        }
      }
    }
  }

  /** The number of rows, as the log says it of each file. */
  long count() throws IOException {
    long rows = 0;
    ScanImpl scan = (ScanImpl) snapshot.getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            Row add = files.next().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL);
            rows += new AddFile(add).getNumRecords().orElse(0L);
          }
        }
      }
    }
    return rows;
  }

  private void forEachIn(Row file, Row state, Consumer<Row> reader) throws IOException {
    CloseableIterator<ColumnarBatch> physical =
        engine
            .getParquetHandler()
            .readParquetFiles(
                Utils.singletonCloseableIterator(InternalScanFileUtils.getAddFileStatus(file)),
                ScanStateRow.getPhysicalDataReadSchema(state),
                Optional.empty())
            .map(FileReadResult::getData);
    try (CloseableIterator<FilteredColumnarBatch> logical =
        Scan.transformPhysicalData(engine, state, file, physical)) {
      while (logical.hasNext()) {
        try (CloseableIterator<Row> rows = logical.next().getRows()) {
          rows.forEachRemaining(reader);
        }
      }
    }
  }
}
