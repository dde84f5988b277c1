package org.millrace.exchange.file;

import java.util.List;
import java.util.Optional;

/**
 * Where a file names its columns.
 *
 * @param line the line that does, where it is told; else the first row with all needed columns
 * @param names the columns of a file that does not name them, from its first row
 */
public record HeaderAt(Optional<Integer> line, List<String> names) {
  public HeaderAt {
    names = List.copyOf(names);
  }

  /** In the first row that has all columns that are needed. */
  public static HeaderAt found() {
    return new HeaderAt(Optional.empty(), List.of());
  }
}
