package org.millrace.database;

import java.util.List;

/** Writes many rows at once. */
public interface BulkRows {
  /**
   * Appends the rows to the table in the running transaction. Values are text, numbers, booleans,
   * UUIDs, dates, instants, null, or our codes, quantities and money (its amount) and Optionals of
   * these.
   */
  void copy(String table, List<String> columns, List<Object[]> rows);
}
