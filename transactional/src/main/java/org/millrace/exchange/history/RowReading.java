package org.millrace.exchange.history;

import java.util.List;

/** What became of reading a row. */
sealed interface RowReading {
  /** The row makes sense. */
  record Read(SalesRow row) implements RowReading {}

  /** The row cannot be posted: the first field that is wrong, its value and what was expected. */
  record Unreadable(
      long line, List<String> cells, String field, String value, String reason, String expected)
      implements RowReading {}
}
