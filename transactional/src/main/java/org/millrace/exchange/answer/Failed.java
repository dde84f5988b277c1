package org.millrace.exchange.answer;

import java.util.Optional;

/**
 * Tells that the import stopped; what was committed before stays, repeating the file adds only the
 * rest.
 */
public record Failed(
    String event, String file, String detail, ImportedRows rows, Optional<Long> committedToLine) {

  public Failed(String file, String detail, ImportedRows rows, Optional<Long> committedToLine) {
    this("failed", file, detail, rows, committedToLine);
  }
}
