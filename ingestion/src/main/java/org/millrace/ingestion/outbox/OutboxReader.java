package org.millrace.ingestion.outbox;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.connector.base.source.reader.SingleThreadMultiplexSourceReaderBase;
import org.apache.flink.connector.base.source.reader.splitreader.SplitReader;

/** Emits rows and watermarks; its state is the frontier after the last row emitted. */
@SuppressWarnings("try") // the inherited close() may be interrupted
final class OutboxReader
    extends SingleThreadMultiplexSourceReaderBase<
        Fetched, OutboxRow, OutboxSplit, AtomicReference<Frontier>> {

  OutboxReader(Supplier<SplitReader<Fetched, OutboxSplit>> fetchers, SourceReaderContext context) {
    super(fetchers, OutboxReader::emit, context.getConfiguration(), context);
  }

  private static void emit(
      Fetched fetched, SourceOutput<OutboxRow> output, AtomicReference<Frontier> state) {
    if (fetched instanceof Fetched.Row next) {
      output.collect(next.row());
      state.set(next.row().reached());
    } else if (fetched instanceof Fetched.Reached reached) {
      state.set(reached.frontier());
      reached
          .completeToMicros()
          .ifPresent(micros -> output.emitWatermark(new Watermark(Math.floorDiv(micros, 1000))));
    }
  }

  @Override
  protected void onSplitFinished(Map<String, AtomicReference<Frontier>> finished) {}

  @Override
  protected AtomicReference<Frontier> initializedState(OutboxSplit split) {
    return new AtomicReference<>(split.from());
  }

  @Override
  protected OutboxSplit toSplitType(String id, AtomicReference<Frontier> state) {
    return new OutboxSplit(requireNonNull(state.get()));
  }
}
