package org.millrace.ingestion.bronze;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.Part;
import org.millrace.ingestion.outbox.Frontier;

/**
 * What one checkpoint adds to bronze: nothing or one part per table, and the moment (in
 * milliseconds) up to which bronze is complete with it, {@link Long#MIN_VALUE} when unknown.
 */
record Batch(List<Part> parts, long completeToMillis) {

  Batch {
    parts = List.copyOf(parts);
  }

  /** One batch out of what parallel writers made of the same checkpoint. */
  static Batch merge(Collection<Batch> batches) {
    long completeTo =
        batches.stream().mapToLong(Batch::completeToMillis).min().orElse(Long.MIN_VALUE);
    Map<BronzeTable, List<Part>> byTable = new EnumMap<>(BronzeTable.class);
    batches.stream()
        .flatMap(batch -> batch.parts().stream())
        .forEach(part -> byTable.computeIfAbsent(part.table(), t -> new ArrayList<>()).add(part));
    List<Part> merged = new ArrayList<>();
    byTable.forEach((table, parts) -> merged.add(together(table, parts)));
    return new Batch(merged, completeTo);
  }

  private static Part together(BronzeTable table, List<Part> parts) {
    Frontier reached =
        parts.stream().map(Part::reached).max(Comparator.comparingLong(Frontier::sequence)).get();
    return new Part(table, reached, parts.stream().flatMap(p -> p.files().stream()).toList());
  }
}
