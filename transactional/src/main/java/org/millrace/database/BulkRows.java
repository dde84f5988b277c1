package org.millrace.database;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes many rows at once. */
public interface BulkRows {
  /**
   * Appends the rows to the table in the running transaction. Values are text, numbers, booleans,
   * UUIDs, dates, instants, null, or our codes, quantities and money (its amount) and Optionals of
   * these.
   */
  void copy(String table, List<String> columns, List<Object[]> rows);

  /**
   * Appends by one statement those of the rows whose company and key the table does not have, in
   * their order, and leaves what is there as it is; of several rows with one key the first.
   *
   * @param columns with the type of each in SQL, in the order of the values; {@code company} and
   *     the key are among them
   * @return the keys of the rows that were appended
   */
  Set<String> copyMissing(
      String table, Map<String, String> columns, String key, List<Object[]> rows);

  /** So many rows were added to a table by a statement of its own, in the running transaction. */
  void added(String table, int rows);
}
