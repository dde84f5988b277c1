package org.millrace.exchange.file;

import java.util.List;

/** A row and the line of the file where it begins, the header being line 1. */
public record Row(long line, List<String> cells) {
  public Row {
    cells = List.copyOf(cells);
  }
}
