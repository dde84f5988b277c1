package org.millrace.ingestion.bronze;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.CommitterInitContext;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SupportsCommitter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessageTypeInfo;
import org.apache.flink.streaming.api.connector.sink2.SupportsPreCommitTopology;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.outbox.Database;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.Progress;

/** Writes validated events to the bronze tables exactly once, in one commit per checkpoint. */
public final class BronzeSink
    implements Sink<Validated>, SupportsCommitter<Batch>, SupportsPreCommitTopology<Batch, Batch> {

  private static final long serialVersionUID = 1;

  private final Lake lake;
  private final Database database;
  private final CommitListener listener;

  public BronzeSink(Lake lake, Database database, CommitListener listener) {
    this.lake = lake;
    this.database = database;
    this.listener = listener;
  }

  @Override
  public BronzeWriter createWriter(WriterInitContext context) {
    Map<BronzeTable, Frontier> present = new EnumMap<>(BronzeTable.class);
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      for (BronzeTable table : BronzeTable.values()) {
        new DeltaTable(table, lake, none)
            .watermark()
            .ifPresent(watermark -> present.put(table, watermark.frontier()));
      }
    }
    return new BronzeWriter(lake, present);
  }

  @Override
  public Committer<Batch> createCommitter(CommitterInitContext context) {
    return new BronzeCommitter(lake, new Progress(database), listener);
  }

  @Override
  public SimpleVersionedSerializer<Batch> getCommittableSerializer() {
    return new BatchSerializer();
  }

  @Override
  public SimpleVersionedSerializer<Batch> getWriteResultSerializer() {
    return new BatchSerializer();
  }

  /** All goes through one gatherer to one committer, whatever the parallelism of the writers. */
  @Override
  public DataStream<CommittableMessage<Batch>> addPreCommitTopology(
      DataStream<CommittableMessage<Batch>> written) {
    return written
        .global()
        .transform(
            "gather batches",
            CommittableMessageTypeInfo.of(BatchSerializer::new),
            new GatherBatches())
        .uid("gather-batches")
        .setParallelism(1)
        .setMaxParallelism(1)
        .global();
  }
}
