package org.millrace.notebooks;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** Reads one snapshot of a Delta table into a Tablesaw table, deletion vectors applied. */
final class GoldReader {

  private final Engine engine;
  private final Snapshot snapshot;

  GoldReader(Engine engine, Snapshot snapshot) {
    this.engine = engine;
    this.snapshot = snapshot;
  }

  Table read(String name, List<String> columns) {
    StructType wanted = wanted(name, columns);
    GoldColumns filled = new GoldColumns(wanted);
    Scan scan = snapshot.getScanBuilder().withReadSchema(wanted).build();
    Row state = scan.getScanState(engine);
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> files = batches.next().getRows()) {
          while (files.hasNext()) {
            readFile(state, files.next(), filled);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read table " + name + " of the lake", failed);
    }
    return filled.table(name);
  }

  private StructType wanted(String name, List<String> columns) {
    StructType schema = snapshot.getSchema();
    if (columns.isEmpty()) {
      return schema;
    }
    StructType wanted = new StructType();
    for (String column : columns) {
      if (schema.indexOf(column) < 0) {
        throw new IllegalArgumentException(
            "Table %s has no column %s; it has %s".formatted(name, column, schema.fieldNames()));
      }
      wanted = wanted.add(schema.get(column));
    }
    return wanted;
  }

  private void readFile(Row state, Row file, GoldColumns filled) throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    try (CloseableIterator<FileReadResult> read =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status),
                    ScanStateRow.getPhysicalDataReadSchema(state),
                    Optional.empty());
        CloseableIterator<ColumnarBatch> physical = read.map(FileReadResult::getData);
        CloseableIterator<FilteredColumnarBatch> logical =
            Scan.transformPhysicalData(engine, state, file, physical)) {
      while (logical.hasNext()) {
        FilteredColumnarBatch batch = logical.next();
        Optional<ColumnVector> selected = batch.getSelectionVector();
        ColumnarBatch data = batch.getData();
        for (int row = 0; row < data.getSize(); row++) {
          if (selected.isEmpty() || isTrue(selected.get(), row)) {
            filled.add(data, row);
          }
        }
      }
    }
  }

  private static boolean isTrue(ColumnVector vector, int row) {
    return !vector.isNullAt(row) && vector.getBoolean(row);
  }
}
