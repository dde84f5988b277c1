package org.millrace.ingestion.bronze;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.api.connector.sink2.Committer;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.outbox.Progress;

/**
 * Commits each checkpoint's batch: first the rejects, then the events, then the progress.
 *
 * <p>The idempotence key is the frontier: each commit carries, in the same Delta version as the
 * rows, the run and the sequence number up to which they reach, as transaction id and as the
 * table's watermark.
 *
 * <ul>
 *   <li>Crash before the checkpoint completes: the files are orphans, the rows are read again.
 *   <li>Crash after it, before a commit, job restored by Flink: the batch is in the checkpoint and
 *       is committed again; a table that has it refuses the same transaction id and is skipped.
 *   <li>Crash of the whole process: the new run takes over both tables and reads on from the
 *       watermark of the events, whatever checkpoints there were. Rejects of a batch whose events
 *       were not committed are covered by the watermark of the rejects and left out by the writer.
 *   <li>Crash after the commits, before the progress: the next checkpoint writes it.
 *   <li>A second job, or one thought dead: it has another run than the marks and is refused. If
 *       both commit at the same moment, Delta refuses the second for touching the same watermark.
 * </ul>
 */
final class BronzeCommitter implements Committer<Batch> {

  private static final List<BronzeTable> ORDER = List.of(BronzeTable.REJECTS, BronzeTable.EVENTS);

  private final Progress progress;
  private final CommitListener listener;
  private final AfterCommit afterCommit;
  private final Map<BronzeTable, DeltaTable> tables = new EnumMap<>(BronzeTable.class);
  private long lastPosition;

  BronzeCommitter(Lake lake, Progress progress, CommitListener listener) {
    this.progress = progress;
    this.listener = listener;
    this.afterCommit = new AfterCommit(listener::afterworkFailed);
    for (BronzeTable table : BronzeTable.values()) {
      tables.put(table, new DeltaTable(table, lake, afterCommit));
    }
  }

  @Override
  public void commit(Collection<CommitRequest<Batch>> requests) throws IOException {
    List<Batch> batches =
        requests.stream()
            .map(CommitRequest::getCommittable)
            .sorted(Comparator.comparingLong(BronzeCommitter::sequence))
            .toList();
    for (Batch batch : batches) {
      commit(batch);
    }
    listener.checkpointed();
  }

  private static long sequence(Batch batch) {
    return batch.parts().stream().mapToLong(part -> part.reached().sequence()).max().orElse(0);
  }

  private void commit(Batch batch) throws IOException {
    for (BronzeTable table : ORDER) {
      for (Part part : batch.parts()) {
        if (part.table() == table) {
          commit(part);
        }
      }
    }
    if (batch.completeToMillis() > Long.MIN_VALUE) {
      String epoch = table(BronzeTable.EVENTS).epoch();
      listener.completeTo(progress.write(batch.completeToMillis(), lastPosition, epoch));
    }
  }

  private void commit(Part part) {
    DeltaTable table = table(part.table());
    OptionalLong version;
    try {
      version = table.append(part);
    } catch (RuntimeException problem) {
      table.forget();
      throw problem;
    }
    long rows = part.files().stream().mapToLong(file -> file.content().rows()).sum();
    version.ifPresent(made -> listener.committed(part.table(), made, rows));
    for (DataFile file : part.files()) {
      lastPosition = Math.max(lastPosition, file.content().lastPosition());
    }
  }

  private DeltaTable table(BronzeTable table) {
    return requireNonNull(tables.get(table));
  }

  @Override
  public void close() throws IOException {
    afterCommit.close();
    progress.close();
  }
}
