package org.millrace.exchange.answer;

import org.millrace.exchange.reject.Rejects.NewReject;

/** Tells of a row that went to the reject list. */
public record Rejected(
    String event,
    String file,
    long line,
    String field,
    String value,
    String reason,
    String expected) {

  /** Of that file. */
  public static Rejected of(String file, NewReject reject) {
    return new Rejected(
        "rejected",
        file,
        reject.line(),
        reject.field(),
        reject.value(),
        reject.reason(),
        reject.expected());
  }
}
