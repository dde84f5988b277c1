package org.millrace.ingestion.bronze.table;

import io.delta.kernel.DataWriteContext;
import io.delta.kernel.Operation;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.Transaction;
import io.delta.kernel.TransactionCommitResult;
import io.delta.kernel.data.Row;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.ConcurrentTransactionException;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.transaction.DataLayoutSpec;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterable;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.millrace.ingestion.outbox.Frontier;

/** One of the two tables as Delta Kernel sees it. Not for use by two threads at a time. */
public final class DeltaTable {

  private static final String ENGINE_INFO = "Millrace ingestion";
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "delta.appendOnly", "true",
          "delta.enableChangeDataFeed", "true",
          "delta.feature.domainMetadata", "supported",
          "delta.checkpointInterval", "30");

  private final BronzeTable table;
  private final String folder;
  private final Engine engine;
  private final AfterCommit afterCommit;
  private Optional<Snapshot> latest = Optional.empty();

  public DeltaTable(BronzeTable table, Lake lake, AfterCommit afterCommit) {
    this.table = table;
    this.folder = lake.folderOf(table);
    this.engine = DefaultEngine.create(Lake.hadoop());
    this.afterCommit = afterCommit;
  }

  /** What the table says of itself, nothing when there is no table yet. */
  public Optional<Watermark> watermark() {
    return load().flatMap(DeltaTable::markOf);
  }

  /** Identity of the database whose rows the table holds. */
  public String epoch() {
    if (latest.isEmpty()) {
      load();
    }
    return latest.flatMap(DeltaTable::markOf).map(Watermark::epoch).orElse("");
  }

  private static Optional<Watermark> markOf(Snapshot snapshot) {
    return Disk.unchecked(() -> snapshot.getDomainMetadata(Watermark.DOMAIN)).map(Watermark::parse);
  }

  private Optional<Snapshot> load() {
    try {
      latest = Optional.of(Disk.unchecked(() -> TableManager.loadSnapshot(folder).build(engine)));
    } catch (TableNotFoundException absent) {
      latest = Optional.empty();
    } catch (RuntimeException unreadable) {
      checkNewestIsThere(unreadable);
      throw unreadable;
    }
    return latest;
  }

  /** A log without its newest entry may be unreadable, as the checksum of that entry remains. */
  private void checkNewestIsThere(RuntimeException unreadable) {
    OptionalLong newest = Committed.version(folder);
    if (newest.isPresent() && !hasEntry(newest.getAsLong())) {
      LogLost lost = new LogLost(folder, "version " + newest.getAsLong());
      lost.addSuppressed(unreadable);
      throw lost;
    }
  }

  /** Creates the table if need be and makes it the run's, whose commits alone then succeed. */
  public void claim(Watermark watermark) {
    Optional<Snapshot> existing = load();
    Transaction transaction =
        existing.isPresent()
            ? existing
                .get()
                .buildUpdateTableTransaction(ENGINE_INFO, Operation.STREAMING_UPDATE)
                .build(engine)
            : TableManager.buildCreateTableTransaction(folder, table.deltaSchema(), ENGINE_INFO)
                .withTableProperties(PROPERTIES)
                .withDataLayoutSpec(layout())
                .build(engine);
    transaction.addDomainMetadata(Watermark.DOMAIN, watermark.text());
    finish(Disk.unchecked(() -> transaction.commit(engine, CloseableIterable.emptyIterable())));
    Committed.reached(folder, watermark.frontier());
  }

  private DataLayoutSpec layout() {
    return table.partitions().isEmpty()
        ? DataLayoutSpec.noDataLayout()
        : DataLayoutSpec.partitioned(table.partitions().stream().map(Column::new).toList());
  }

  /**
   * Adds the part in one commit, unless the table has it already.
   *
   * @return the version made, nothing if the part was there
   */
  public OptionalLong append(Part part) {
    if (latest.isEmpty() || afterCommit.wantsReload(table)) {
      load();
    }
    Snapshot snapshot =
        latest.orElseThrow(
            () ->
                new IllegalStateException(
                    "The table "
                        + folder
                        + " is gone; stop and start"
                        + " ingestion to fill it again from the outbox."));
    Watermark before = markOf(snapshot).orElseThrow();
    Frontier reached = part.reached();
    if (!before.frontier().run().equals(reached.run())) {
      throw new TakenOver(folder);
    }
    checkNothingIsLost(snapshot, before.frontier());
    Transaction transaction;
    try {
      transaction =
          snapshot
              .buildUpdateTableTransaction(ENGINE_INFO, Operation.STREAMING_UPDATE)
              .withTransactionId(reached.run(), reached.sequence())
              .build(engine);
    } catch (ConcurrentTransactionException alreadyThere) {
      return OptionalLong.empty();
    }
    transaction.addDomainMetadata(Watermark.DOMAIN, new Watermark(before.epoch(), reached).text());
    long version = commit(transaction, part.files());
    Committed.reached(folder, reached);
    Committed.made(folder, version);
    return OptionalLong.of(version);
  }

  /** A commit on a log that lost its newest entry would hide for good what stood in it. */
  private void checkNothingIsLost(Snapshot snapshot, Frontier inTable) {
    long rows = Committed.lost(folder, inTable);
    if (rows > 0) {
      throw new LogLost(folder, "commits with %d rows".formatted(rows));
    }
    if (!hasEntry(snapshot.getVersion())) {
      throw new LogLost(folder, "version " + snapshot.getVersion());
    }
  }

  private boolean hasEntry(long version) {
    Path entry = new Path(folder, "_delta_log/%020d.json".formatted(version));
    try {
      return Disk.io(() -> entry.getFileSystem(Lake.hadoop()).exists(entry));
    } catch (IOException problem) {
      throw new UncheckedIOException("Cannot look for " + entry, problem);
    }
  }

  /**
   * Deletes the checksums of versions that the log has lost, which would keep it from being read.
   */
  public void dropChecksumsOfLostVersions() {
    Path log = new Path(folder, "_delta_log");
    try {
      FileSystem files = log.getFileSystem(Lake.hadoop());
      if (!files.exists(log)) {
        return;
      }
      long newest = -1;
      for (FileStatus each : files.listStatus(log)) {
        String name = each.getPath().getName();
        if (name.matches("\\d{20}\\.(json|checkpoint.*)")) {
          newest = Math.max(newest, Long.parseLong(name.substring(0, 20)));
        }
      }
      for (FileStatus each : files.listStatus(log)) {
        String name = each.getPath().getName();
        if (name.matches("\\d{20}\\.crc") && Long.parseLong(name.substring(0, 20)) > newest) {
          files.delete(each.getPath(), false);
        }
      }
    } catch (IOException problem) {
      throw new UncheckedIOException("Cannot look through " + log, problem);
    }
  }

  /** What the newest version holds: its watermark and the number of its rows, by the log alone. */
  public record Content(Watermark watermark, long rows) {}

  /** What the newest version holds; nothing when there is no table yet. */
  public Optional<Content> content() throws IOException {
    Optional<Snapshot> snapshot = load();
    if (snapshot.isEmpty()) {
      return Optional.empty();
    }
    long rows = Disk.io(() -> new DeltaRows(snapshot.get(), engine).count());
    return markOf(snapshot.get()).map(watermark -> new Content(watermark, rows));
  }

  /** Adds files that are outside the order of the outbox; the watermark stays as it is. */
  public long appendBeside(List<DataFile> files) {
    Snapshot snapshot = load().orElseThrow(() -> new IllegalStateException(folder + " is gone"));
    return commit(
        snapshot.buildUpdateTableTransaction(ENGINE_INFO, Operation.WRITE).build(engine), files);
  }

  /** Reads all rows of the table, of the given columns only; no table counts as no rows. */
  public void forEachRow(List<String> columns, Consumer<Row> reader) throws IOException {
    Optional<Snapshot> snapshot = load();
    if (snapshot.isPresent()) {
      Disk.io(
          () -> {
            new DeltaRows(snapshot.get(), engine).forEach(columns, reader);
            return snapshot;
          });
    }
  }

  private long commit(Transaction transaction, List<DataFile> files) {
    latest = Optional.empty();
    Iterator<Row> actions = addActions(transaction, files).iterator();
    TransactionCommitResult result =
        Disk.unchecked(
            () ->
                transaction.commit(
                    engine,
                    CloseableIterable.inMemoryIterable(
                        io.delta.kernel.internal.util.Utils.toCloseableIterator(actions))));
    finish(result);
    return result.getVersion();
  }

  private List<Row> addActions(Transaction transaction, List<DataFile> files) {
    Row state = transaction.getTransactionState(engine);
    Map<Partition, List<DataFileStatus>> byPartition = new LinkedHashMap<>();
    StructType schema = table.deltaSchema();
    for (DataFile file : files) {
      byPartition
          .computeIfAbsent(file.partition(), p -> new ArrayList<>())
          .add(
              new DataFileStatus(
                  file.path(),
                  file.bytes(),
                  file.modifiedAt(),
                  DataFileStatistics.deserializeFromJson(file.content().statistics(), schema)));
    }
    List<Row> actions = new ArrayList<>();
    byPartition.forEach(
        (partition, statuses) -> {
          DataWriteContext context = Transaction.getWriteContext(engine, state, partition.values());
          CloseableIterator<Row> rows =
              Transaction.generateAppendActions(
                  engine,
                  state,
                  io.delta.kernel.internal.util.Utils.toCloseableIterator(statuses.iterator()),
                  context);
          rows.forEachRemaining(actions::add);
        });
    return actions;
  }

  private void finish(TransactionCommitResult result) {
    latest = result.getPostCommitSnapshot();
    afterCommit.run(table, result.getPostCommitHooks(), engine);
  }

  /** Forgets what is remembered of the table after something went wrong. */
  public void forget() {
    latest = Optional.empty();
  }
}
