package org.millrace.exchange.gather;

import java.util.function.Consumer;
import org.millrace.exchange.file.Row;

/** Rows of documents that are scattered over a file, put aside until the file ends. */
public interface RowsAside extends AutoCloseable {
  void add(String number, Row row);

  /** Hands over all rows, those of a document together, documents in the order of their rows. */
  void each(Consumer<Row> taker);

  @Override
  void close();

  /** Starts a file with nothing aside. */
  interface Start {
    RowsAside start();
  }
}
