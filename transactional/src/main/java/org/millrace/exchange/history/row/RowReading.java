package org.millrace.exchange.history.row;

import org.millrace.exchange.reject.Rejects.NewReject;

/** What became of reading a row. */
public sealed interface RowReading {
  /** The row makes sense. */
  record Read(SalesRow row) implements RowReading {}

  /** The row cannot be posted: the first field that is wrong, its value and what was expected. */
  record Unreadable(NewReject reject) implements RowReading {}
}
