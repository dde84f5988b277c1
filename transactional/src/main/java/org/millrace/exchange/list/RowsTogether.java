package org.millrace.exchange.list;

import java.util.List;
import java.util.Map;
import org.millrace.exchange.file.Row;

/**
 * Rows of a file that are one document, or one row alone.
 *
 * @param parts the rows of the list that they make, in their order
 * @param occurrence how often the same rows stood in the file so far, from 1
 */
record RowsTogether(List<Part> parts, int occurrence) {
  /** A row of the list, and the row of the file that it comes from. */
  record Part(Row row, Map<String, String> cells) {}

  RowsTogether {
    parts = List.copyOf(parts);
  }

  List<Map<String, String>> cells() {
    return parts.stream().map(Part::cells).toList();
  }

  /** The rows of the file. */
  List<Row> rows() {
    return parts.stream().map(Part::row).distinct().toList();
  }

  List<Long> lines() {
    return rows().stream().map(Row::line).toList();
  }

  /** The last line of the file that is decided with them. */
  long last() {
    return rows().stream().mapToLong(Row::line).max().orElseThrow();
  }
}
