package org.millrace.ingestion.bronze;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.Watermark;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.StartingOffsets;

/**
 * A start without a checkpoint: the tables themselves say where to read on. A new run claims both,
 * which makes every older run's commits fail, and reads on from the watermark of the events.
 */
public final class BronzeStart implements StartingOffsets {

  private static final long serialVersionUID = 1;

  private final Lake lake;

  public BronzeStart(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Frontier takeOver(String epoch) {
    String run = UUID.randomUUID().toString();
    Map<BronzeTable, Frontier> claimed = new EnumMap<>(BronzeTable.class);
    try (AfterCommit afterCommit = new AfterCommit((table, problem) -> {})) {
      for (BronzeTable table : BronzeTable.values()) {
        claimed.put(table, claim(new DeltaTable(table, lake, afterCommit), run, epoch));
      }
    }
    return requireNonNull(claimed.get(BronzeTable.EVENTS));
  }

  private Frontier claim(DeltaTable table, String run, String epoch) {
    table.dropChecksumsOfLostVersions();
    Optional<Watermark> watermark = table.watermark();
    watermark
        .filter(before -> !before.epoch().equals(epoch))
        .ifPresent(other -> refuse(other, epoch));
    Frontier frontier =
        watermark.map(Watermark::frontier).orElseGet(Frontier::atTheBeginning).takenOverBy(run);
    table.claim(new Watermark(epoch, frontier));
    return frontier;
  }

  private void refuse(Watermark watermark, String epoch) {
    throw new IllegalStateException(
        "The lake "
            + lake.uri()
            + " was filled from database "
            + watermark.epoch()
            + ", this is database "
            + epoch
            + ". Point MILLRACE_LAKE to a new folder, or start with the old database.");
  }
}
