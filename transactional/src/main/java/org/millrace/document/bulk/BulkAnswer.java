package org.millrace.document.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.web.ProblemAnswer;
import org.millrace.web.part.Outcome;

/**
 * What came of a verb that was done to several documents.
 *
 * @param documents how many were named
 * @param done at how many it was done
 * @param refused at how many it was refused; they are as before
 * @param rows each in the order of the request
 */
record BulkAnswer(int documents, int done, int refused, List<Row> rows) {
  /**
   * One document.
   *
   * @param done whether the verb was done; then version and state tell how the document is now
   * @param made the number of the document that the verb made of this one, such as an invoice
   * @param problem why it was refused, as the verb alone would have answered
   */
  record Row(
      String number,
      boolean done,
      Optional<Long> version,
      Optional<String> state,
      Optional<String> made,
      Optional<ProblemAnswer> problem) {
    static Row of(String number, Outcome<Changed> outcome) {
      return new Row(
          number,
          outcome.done().isPresent(),
          outcome.done().map(Changed::version),
          outcome.done().flatMap(Changed::state),
          outcome.done().flatMap(Changed::made),
          outcome.refused());
    }
  }

  /** A document after the verb. */
  record Changed(long version, Optional<String> state, Optional<String> made) {}

  BulkAnswer {
    rows = List.copyOf(rows);
  }

  static BulkAnswer of(List<Row> rows) {
    int done = (int) rows.stream().filter(Row::done).count();
    return new BulkAnswer(rows.size(), done, rows.size() - done, new ArrayList<>(rows));
  }
}
