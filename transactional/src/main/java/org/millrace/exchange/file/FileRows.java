package org.millrace.exchange.file;

import java.util.List;
import java.util.Optional;

/** The rows of a file as they come, the one with the names of the columns among them. */
interface FileRows extends AutoCloseable {
  /** The next row that is not blank, empty at the end. */
  Optional<Row> next();

  /** How cells of this kind of file write dates by themselves. */
  List<String> ownDates();

  @Override
  void close();
}
