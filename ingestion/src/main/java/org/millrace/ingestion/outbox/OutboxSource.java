package org.millrace.ingestion.outbox;

import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The outbox as an endless stream in the order in which it is read, exactly once with checkpoints.
 * Its watermark is the moment before which everything recorded has been emitted.
 */
public final class OutboxSource implements Source<OutboxRow, OutboxSplit, Boolean> {

  private static final long serialVersionUID = 1;

  private final Database database;
  private final ReadingPace pace;
  private final StartingOffsets offsets;

  public OutboxSource(Database database, ReadingPace pace, StartingOffsets offsets) {
    this.database = database;
    this.pace = pace;
    this.offsets = offsets;
  }

  @Override
  public Boundedness getBoundedness() {
    return Boundedness.CONTINUOUS_UNBOUNDED;
  }

  @Override
  public SourceReader<OutboxRow, OutboxSplit> createReader(SourceReaderContext context) {
    return new OutboxReader(() -> new OutboxFetcher(database, pace), context);
  }

  @Override
  public SplitEnumerator<OutboxSplit, Boolean> createEnumerator(
      SplitEnumeratorContext<OutboxSplit> context) throws Exception {
    return OutboxEnumerator.holding(context, OutboxStart.split(database, offsets));
  }

  @Override
  public SplitEnumerator<OutboxSplit, Boolean> restoreEnumerator(
      SplitEnumeratorContext<OutboxSplit> context, Boolean assigned) throws Exception {
    return assigned ? OutboxEnumerator.withoutSplit(context) : createEnumerator(context);
  }

  @Override
  public SimpleVersionedSerializer<OutboxSplit> getSplitSerializer() {
    return new OutboxSplit.Serializer();
  }

  @Override
  public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
    return new AssignedSerializer();
  }
}
