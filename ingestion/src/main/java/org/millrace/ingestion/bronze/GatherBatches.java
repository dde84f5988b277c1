package org.millrace.ingestion.bronze;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.api.connector.sink2.CommittableSummary;
import org.apache.flink.streaming.api.connector.sink2.CommittableWithLineage;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Makes exactly one batch of each checkpoint out of what the writers give. The writers send before
 * the barrier, so that all of a checkpoint is here when its barrier comes; nothing stays over and
 * the operator needs no state.
 */
final class GatherBatches extends AbstractStreamOperator<CommittableMessage<Batch>>
    implements OneInputStreamOperator<CommittableMessage<Batch>, CommittableMessage<Batch>> {

  private static final long serialVersionUID = 1;

  private final List<Batch> waiting = new ArrayList<>();

  @Override
  public void processElement(StreamRecord<CommittableMessage<Batch>> element) {
    if (element.getValue() instanceof CommittableWithLineage<Batch> message) {
      waiting.add(message.getCommittable());
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) {
    output.collect(new StreamRecord<>(new CommittableSummary<>(0, 1, checkpointId, 1, 0)));
    output.collect(
        new StreamRecord<>(new CommittableWithLineage<>(Batch.merge(waiting), checkpointId, 0)));
    waiting.clear();
  }
}
