package org.millrace.ingestion.outbox;

import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/** Hands the one split to the first reader that comes and takes it back from one that died. */
final class OutboxEnumerator implements SplitEnumerator<OutboxSplit, Boolean> {

  private final SplitEnumeratorContext<OutboxSplit> context;
  private Optional<OutboxSplit> held;

  private OutboxEnumerator(
      SplitEnumeratorContext<OutboxSplit> context, Optional<OutboxSplit> held) {
    this.context = context;
    this.held = held;
  }

  static OutboxEnumerator holding(SplitEnumeratorContext<OutboxSplit> context, OutboxSplit split) {
    return new OutboxEnumerator(context, Optional.of(split));
  }

  static OutboxEnumerator withoutSplit(SplitEnumeratorContext<OutboxSplit> context) {
    return new OutboxEnumerator(context, Optional.empty());
  }

  @Override
  public void start() {}

  @Override
  public void addReader(int subtask) {
    held.ifPresent(split -> context.assignSplit(split, subtask));
    held = Optional.empty();
  }

  @Override
  public void addSplitsBack(List<OutboxSplit> splits, int subtask) {
    splits.forEach(split -> held = Optional.of(split));
    if (context.registeredReaders().containsKey(subtask)) {
      addReader(subtask);
    }
  }

  @Override
  public void handleSplitRequest(int subtask, String host) {}

  @Override
  public Boolean snapshotState(long checkpointId) {
    return held.isEmpty();
  }

  @Override
  public void close() {}
}
