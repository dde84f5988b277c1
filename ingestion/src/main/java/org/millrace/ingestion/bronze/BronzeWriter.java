package org.millrace.ingestion.bronze;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.CommittingSinkWriter;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.OpenFile;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.bronze.table.Partition;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.outbox.Frontier;

/**
 * Writes rows into one open file per table and partition and hands the files over at each
 * checkpoint. Rows that a table already has are left out: after a start without a checkpoint the
 * rejects may be ahead of the events by the batch that was half committed.
 */
final class BronzeWriter implements CommittingSinkWriter<Validated, Batch> {

  private record Place(BronzeTable table, Partition partition) {}

  private final Lake lake;
  private final Map<BronzeTable, Frontier> present;
  private final Map<Place, OpenFile> open = new HashMap<>();
  private final Map<BronzeTable, Frontier> reached = new EnumMap<>(BronzeTable.class);
  private long completeToMillis = Long.MIN_VALUE;

  BronzeWriter(Lake lake, Map<BronzeTable, Frontier> present) {
    this.lake = lake;
    this.present = Map.copyOf(present);
  }

  @Override
  public void write(Validated row, Context context) throws IOException {
    BronzeTable table = BronzeTable.of(row);
    boolean alreadyThere =
        Optional.ofNullable(present.get(table))
            .filter(frontier -> frontier.covers(row.row().tx(), row.row().position()))
            .isPresent();
    if (alreadyThere) {
      return;
    }
    Place place = new Place(table, table.partitionOf(row));
    OpenFile file = open.get(place);
    if (file == null) {
      file = OpenFile.in(lake, table, place.partition());
      open.put(place, file);
    }
    file.write(row);
    reached.merge(table, row.row().reached(), (a, b) -> a.sequence() > b.sequence() ? a : b);
  }

  @Override
  public void writeWatermark(Watermark watermark) {
    completeToMillis = watermark.getTimestamp();
  }

  @Override
  public Collection<Batch> prepareCommit() throws IOException {
    Map<BronzeTable, List<DataFile>> files = new EnumMap<>(BronzeTable.class);
    for (Map.Entry<Place, OpenFile> entry : open.entrySet()) {
      files
          .computeIfAbsent(entry.getKey().table(), t -> new ArrayList<>())
          .add(entry.getValue().finish());
    }
    List<Part> parts = new ArrayList<>();
    files.forEach(
        (table, list) -> parts.add(new Part(table, requireNonNull(reached.get(table)), list)));
    open.clear();
    reached.clear();
    return List.of(new Batch(parts, completeToMillis));
  }

  @Override
  public void flush(boolean endOfInput) {}

  @Override
  public void close() {
    open.values().forEach(OpenFile::discard);
  }
}
