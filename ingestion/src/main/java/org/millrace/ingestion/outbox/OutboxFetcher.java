package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.flink.connector.base.source.reader.RecordsBySplits;
import org.apache.flink.connector.base.source.reader.RecordsWithSplitIds;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;
import org.apache.flink.connector.base.source.reader.splitreader.SplitsChange;

/**
 * Fetches step after step; waits between two steps only when the outbox had no more to give. Any
 * error of the database ends the fetch and so the attempt of the job, which starts again from its
 * last checkpoint.
 */
final class OutboxFetcher implements SplitReader<Fetched, OutboxSplit> {

  private final Database database;
  private final ReadingPace pace;
  private final Semaphore woken = new Semaphore(0);
  private Optional<OutboxReading> reading = Optional.empty();
  private Optional<Frontier> at = Optional.empty();
  private long waitMillis;

  OutboxFetcher(Database database, ReadingPace pace) {
    this.database = database;
    this.pace = pace;
  }

  @Override
  public RecordsWithSplitIds<Fetched> fetch() throws IOException {
    RecordsBySplits.Builder<Fetched> records = new RecordsBySplits.Builder<>();
    if (at.isEmpty() || isWokenWhileWaiting()) {
      return records.build();
    }
    long started = System.nanoTime();
    try {
      OutboxReading.Step step = open().next(at.get());
      step.rows().forEach(row -> records.add(OutboxSplit.ID, new Fetched.Row(row)));
      records.add(OutboxSplit.ID, new Fetched.Reached(step.reached(), step.completeToMicros()));
      at = Optional.of(step.reached());
      long took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
      waitMillis = step.full() ? 0 : pauseAfter(!step.rows().isEmpty(), took);
    } catch (SQLException problem) {
      throw new IOException("The outbox at " + database.url() + " cannot be read", problem);
    }
    return records.build();
  }

  /** Looks sooner again while events are coming, later when the look itself was slow. */
  private long pauseAfter(boolean rowsCame, long tookMillis) {
    return Math.max(rowsCame ? pace.pollMillis() / 2 : pace.pollMillis(), 2 * tookMillis);
  }

  private boolean isWokenWhileWaiting() throws IOException {
    try {
      return woken.tryAcquire(waitMillis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted between two looks at the outbox", interrupted);
    }
  }

  private OutboxReading open() throws IOException, SQLException {
    if (reading.isEmpty()) {
      reading = Optional.of(new OutboxReading(database, pace.batchRows()));
    }
    return reading.get();
  }

  @Override
  public void handleSplitsChanges(SplitsChange<OutboxSplit> change) {
    change.splits().forEach(split -> at = Optional.of(split.from()));
  }

  @Override
  public void wakeUp() {
    woken.release();
  }

  @Override
  public void close() throws SQLException {
    if (reading.isPresent()) {
      reading.get().close();
    }
  }
}
