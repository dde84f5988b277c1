package org.millrace.warehouse.lake;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.internal.data.DefaultColumnarBatch;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.hook.PostCommitHook;
import io.delta.kernel.hook.PostCommitHook.PostCommitHookType;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.ScanImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.SingleAction;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Table;

/**
 * Small reads and writes of one table by Delta Kernel: milliseconds, where a Spark job that reads
 * or commits takes about a second. Rows are in the order of table.yaml's columns.
 *
 * <p>Each write is one commit. Another writer's commit in between makes it fail, so nothing is
 * built on a version that is gone; the caller's next cycle does the step again.
 */
public final class KernelTable {
  private static final String WRITER = "millrace warehouse";

  private final Table table;
  private final String folder;
  private final TableLog log;
  private final Engine engine;
  private final StructType schema;
  private final org.apache.spark.sql.types.StructType types;
  private Optional<Snapshot> newest = Optional.empty();

  KernelTable(Table table, String folder, TableLog log, Engine engine) {
    this.table = table;
    this.folder = folder;
    this.log = log;
    this.engine = engine;
    this.schema = KernelTypes.schema(table);
    this.types = org.apache.spark.sql.types.StructType.fromDDL(Lake.ddl(table));
  }

  /** The columns of the newest version. */
  synchronized StoredColumns columns() {
    Snapshot current = snapshot();
    return new StoredColumns(table, current.getSchema(), current.getPartitionColumnNames());
  }

  /** The files that hold a part of the table, by its newest version. */
  public synchronized List<DataFile> files(Affected part) {
    List<DataFile> files = new ArrayList<>();
    Scan scan = snapshot().getScanBuilder().build();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        ((ScanImpl) scan).getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<io.delta.kernel.data.Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(
              row -> {
                DataFile file = new DataFile(row, InternalScanFileUtils.getPartitionValues(row));
                if (part.covers(file.partition())) {
                  files.add(file);
                }
              });
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot list the files of " + folder, failed);
    }
    return files;
  }

  /** All rows of these files. */
  public synchronized List<Row> read(List<DataFile> files) {
    Scan scan = snapshot().getScanBuilder().withReadSchema(schema).build();
    List<Row> rows = new ArrayList<>();
    try {
      for (DataFile file : files) {
        new KernelRows(engine, schema, types).read(scan, file, rows);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read rows of " + folder, failed);
    }
    return rows;
  }

  /** Rows of files that commits added, of some columns that the files themselves hold. */
  public synchronized List<Row> readAdded(
      List<AddedFile> files, org.apache.spark.sql.types.StructType columns) {
    StructType wanted =
        new StructType(Arrays.stream(columns.fieldNames()).map(schema::get).toList());
    List<Row> rows = new ArrayList<>();
    try {
      for (AddedFile file : files) {
        new KernelRows(engine, wanted, columns).readPlain(file, rows);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot read rows of " + folder, failed);
    }
    return rows;
  }

  /** Holds off all small writes while another writer works on the table. */
  public synchronized void whileNoneWrites(Runnable work) {
    work.run();
  }

  /** Adds rows and takes files away, in one commit; returns the version it made. */
  public synchronized long commit(List<Row> added, List<DataFile> removed) {
    Snapshot before = snapshot();
    Transaction transaction =
        before.buildUpdateTableTransaction(WRITER, Operation.WRITE).withMaxRetries(0).build(engine);
    try {
      List<io.delta.kernel.data.Row> actions = new ArrayList<>(removals(removed));
      actions.addAll(additions(transaction, before.getSchema(), added));
      TransactionCommitResult result =
          transaction.commit(
              engine,
              CloseableIterable.inMemoryIterable(Utils.toCloseableIterator(actions.iterator())));
      newest = result.getPostCommitSnapshot();
      checkpointWhereDue(result.getPostCommitHooks());
      return result.getVersion();
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Cannot write to " + folder + "; is the lake writable and the disk not full?", failed);
    }
  }

  private static List<io.delta.kernel.data.Row> removals(List<DataFile> files) {
    long now = System.currentTimeMillis();
    return files.stream()
        .map(file -> new AddFile(file.scanned().getStruct(InternalScanFileUtils.ADD_FILE_ORDINAL)))
        .map(file -> file.toRemoveFileRow(true, Optional.of(now)))
        .map(SingleAction::createRemoveFileSingleAction)
        .toList();
  }

  private List<io.delta.kernel.data.Row> additions(
      Transaction transaction, StructType stored, List<Row> rows) throws IOException {
    io.delta.kernel.data.Row state = transaction.getTransactionState(engine);
    List<io.delta.kernel.data.Row> actions = new ArrayList<>();
    for (Map.Entry<Map<String, Literal>, List<Row>> part : byPartition(rows).entrySet()) {
      DataWriteContext context = Transaction.getWriteContext(engine, state, part.getKey());
      CloseableIterator<FilteredColumnarBatch> physical =
          Transaction.transformLogicalData(
              engine,
              state,
              Utils.singletonCloseableIterator(batch(stored, part.getValue())),
              part.getKey());
      CloseableIterator<DataFileStatus> written =
          engine
              .getParquetHandler()
              .writeParquetFiles(
                  context.getTargetDirectory(), physical, context.getStatisticsColumns());
      try (CloseableIterator<io.delta.kernel.data.Row> added =
          Transaction.generateAppendActions(engine, state, written, context)) {
        added.forEachRemaining(actions::add);
      }
    }
    return actions;
  }

  private Map<Map<String, Literal>, List<Row>> byPartition(List<Row> rows) {
    Map<List<Object>, List<Row>> grouped = new LinkedHashMap<>();
    List<Integer> fields = table.partition().stream().map(schema::indexOf).toList();
    for (Row row : rows) {
      List<Object> values = new ArrayList<>();
      fields.forEach(field -> values.add(row.get(field)));
      grouped.computeIfAbsent(values, any -> new ArrayList<>()).add(row);
    }
    Map<Map<String, Literal>, List<Row>> parts = new LinkedHashMap<>();
    grouped.forEach(
        (values, own) -> {
          Map<String, Literal> literals = new HashMap<>();
          for (int i = 0; i < values.size(); i++) {
            int field = fields.get(i);
            literals.put(
                schema.at(field).getName(),
                KernelTypes.literal(values.get(i), schema.at(field).getDataType()));
          }
          parts.put(literals, own);
        });
    return parts;
  }

  /** The rows in the order of the lake's columns; what table.yaml no longer names has no value. */
  private FilteredColumnarBatch batch(StructType stored, List<Row> rows) {
    RowsVector[] columns = new RowsVector[stored.length()];
    for (int i = 0; i < columns.length; i++) {
      int field = schema.indexOf(stored.at(i).getName());
      columns[i] = new RowsVector(rows, field, stored.at(i).getDataType());
    }
    return new FilteredColumnarBatch(
        new DefaultColumnarBatch(rows.size(), stored, columns), Optional.empty());
  }

  private Snapshot snapshot() {
    long version = log.latest();
    Snapshot current =
        newest
            .filter(each -> each.getVersion() == version)
            .orElseGet(() -> TableManager.loadSnapshot(folder).build(engine));
    newest = Optional.of(current);
    return current;
  }

  // Checksums are Spark's to write: only it takes removed files into account.
  private void checkpointWhereDue(List<PostCommitHook> hooks) throws IOException {
    for (PostCommitHook hook : hooks) {
      if (hook.getType() == PostCommitHookType.CHECKPOINT) {
        hook.threadSafeInvoke(engine);
        newest = Optional.empty();
      }
    }
  }
}
