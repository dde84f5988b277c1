package org.millrace.document.list;

import java.util.Map;
import java.util.Optional;

/** Lists of rows that are no documents: what a query gives, asked for like a list of documents. */
public interface RowLists {
  /**
   * A page of the rows of a query.
   *
   * @param row a {@link Listed} record
   * @throws org.millrace.shared.Refused naming each filter and sort key that the record does not
   *     know, or that the caller may not see
   */
  <R extends Record> ListAnswer<R> page(Class<R> row, Rows rows, ListRequest request);

  /** The first row with these values of its columns. */
  default <R extends Record> Optional<R> one(Class<R> row, Rows rows, Map<String, String> values) {
    return page(row, rows, ListRequest.having(values)).first();
  }
}
