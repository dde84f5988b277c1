package org.millrace.exchange.export;

import java.util.List;

/** A file of rows that is written as they come; the first line is its header. */
interface RowsOut extends AutoCloseable {
  /** Writes a line. */
  void line(List<?> values);

  @Override
  void close();
}
