package org.millrace.ingestion.bronze.table;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.millrace.ingestion.outbox.Frontier;

/** How far this process has filled each table, whatever the table itself says later. */
final class Committed {

  private static final Map<String, Frontier> NEWEST = new ConcurrentHashMap<>();
  private static final Map<String, Long> VERSIONS = new ConcurrentHashMap<>();

  private Committed() {}

  static void reached(String folder, Frontier frontier) {
    NEWEST.merge(
        folder,
        frontier,
        (old, next) ->
            old.run().equals(next.run()) && old.sequence() > next.sequence() ? old : next);
  }

  static void made(String folder, long version) {
    VERSIONS.put(folder, version);
  }

  /** The newest version that this process made; nothing when it made none. */
  static OptionalLong version(String folder) {
    return Optional.ofNullable(VERSIONS.get(folder)).stream()
        .mapToLong(Long::longValue)
        .findFirst();
  }

  /** How many rows of this run are no longer in the table, by its watermark. */
  static long lost(String folder, Frontier inTable) {
    return Optional.ofNullable(NEWEST.get(folder))
        .filter(newest -> newest.run().equals(inTable.run()))
        .map(newest -> Math.max(0, newest.sequence() - inTable.sequence()))
        .orElse(0L);
  }
}
