package org.millrace.exchange.run;

import org.millrace.exchange.file.Row;

/** What becomes of the rows of a file. */
public interface RowsTaker extends AutoCloseable {
  /** Takes a row; it may wait for others that belong to it. */
  void take(Row row);

  /** No row follows: decides what still waits. */
  void end();

  /** What is told at the end. */
  Object finished();

  @Override
  void close();
}
