package org.millrace.exchange.file;

import java.util.List;
import java.util.Optional;

/** A table read row by row, so that memory does not grow with the file. */
public interface Table extends AutoCloseable {
  /** The names of the columns. */
  List<String> header();

  /**
   * The next row, empty at the end.
   *
   * @throws FileUnreadable when the file is damaged there
   */
  Optional<Row> next();

  @Override
  void close();
}
