package org.millrace.exchange.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.millrace.document.row.BoundSql;

/**
 * A list that can be exported: the permission it needs, the columns that only those see who may see
 * costs, and the query, whose columns are the header of the file.
 */
record ExportedList(String permission, Set<String> sensitive, BoundSql query, Rows rows) {
  /** Which rows the query gives. */
  enum Rows {
    ALL,
    /** All as they are on a day, which is bound after the company. */
    OF_A_DAY,
    /** Those of documents that the caller may see. */
    OF_SEEN_DOCUMENTS
  }

  ExportedList {
    sensitive = Set.copyOf(sensitive);
  }

  static ExportedList of(String permission, String query) {
    return new ExportedList(permission, Set.of(), new BoundSql(query, List.of()), Rows.ALL);
  }

  static ExportedList ofDay(String permission, String query) {
    return new ExportedList(permission, Set.of(), new BoundSql(query, List.of()), Rows.OF_A_DAY);
  }

  /** The query on a day. */
  BoundSql on(LocalDate day) {
    return rows == Rows.OF_A_DAY ? new BoundSql(query.sql(), List.of(day)) : query;
  }

  ExportedList hiding(String... columns) {
    return new ExportedList(permission, Set.of(columns), query, rows);
  }
}
