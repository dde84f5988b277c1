package org.millrace.ingestion.outbox;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** PostgreSQL's pg_snapshot: which transactions had ended when it was taken. */
record Snapshot(long xmin, long xmax, Set<Long> running) {

  Snapshot {
    running = Set.copyOf(running);
  }

  /** Reads {@code xmin:xmax:xip,xip,…}. */
  static Snapshot parse(String text) {
    String[] parts = text.split(":", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "A snapshot reads xmin:xmax:list, but this is \"" + text + "\"");
    }
    Set<Long> running =
        parts[2].isEmpty()
            ? Set.of()
            : Arrays.stream(parts[2].split(",")).map(Long::valueOf).collect(Collectors.toSet());
    return new Snapshot(Long.parseLong(parts[0]), Long.parseLong(parts[1]), running);
  }

  boolean shows(long tx) {
    return tx < xmin || (tx < xmax && !running.contains(tx));
  }
}
