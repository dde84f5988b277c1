package org.millrace.exchange.export;

import java.util.List;
import java.util.Set;
import org.millrace.document.row.BoundSql;

/**
 * A list that can be exported: the permission it needs, the columns that only those see who may see
 * costs, and the query, whose columns are the header of the file.
 */
record ExportedList(String permission, Set<String> sensitive, BoundSql query, Rows rows) {
  /** Which rows the query gives: all, or those of documents that the caller may see. */
  enum Rows {
    ALL,
    OF_SEEN_DOCUMENTS
  }

  ExportedList {
    sensitive = Set.copyOf(sensitive);
  }

  static ExportedList of(String permission, String query) {
    return new ExportedList(permission, Set.of(), new BoundSql(query, List.of()), Rows.ALL);
  }

  ExportedList hiding(String... columns) {
    return new ExportedList(permission, Set.of(columns), query, rows);
  }
}
