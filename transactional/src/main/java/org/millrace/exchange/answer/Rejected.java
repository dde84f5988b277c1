package org.millrace.exchange.answer;

import java.util.List;
import org.millrace.exchange.reject.Rejects.NewReject;

/** Tells of a row that went to the reject list, with its cells in the order of the columns. */
public record Rejected(
    String event,
    String file,
    long line,
    String field,
    String value,
    String reason,
    String expected,
    List<String> cells) {
  public Rejected {
    cells = List.copyOf(cells);
  }

  /** Of that file. */
  public static Rejected of(String file, NewReject reject) {
    return new Rejected(
        "rejected",
        file,
        reject.line(),
        reject.field(),
        reject.value(),
        reject.reason(),
        reject.expected(),
        reject.cells());
  }
}
