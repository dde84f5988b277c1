package org.millrace.exchange.file;

import java.util.Optional;

/** The rows of a file as they come, the one with the names of the columns among them. */
interface FileRows extends AutoCloseable {
  /** The next row that is not blank, empty at the end. */
  Optional<Row> next();

  /** Whether empty cells at the end of a row are not stored. */
  boolean endAtTheLastValue();

  @Override
  void close();
}
