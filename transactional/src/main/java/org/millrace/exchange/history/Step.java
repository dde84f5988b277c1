package org.millrace.exchange.history;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an import tells while it runs; each becomes one line of JSON. */
sealed interface Step {
  /** Counts of rows; read = posted + there + rejected. */
  record Rows(long read, long posted, long there, long rejected) {
    Rows plus(Rows more) {
      return new Rows(
          read + more.read, posted + more.posted, there + more.there, rejected + more.rejected);
    }

    static Rows none() {
      return new Rows(0, 0, 0, 0);
    }
  }

  /** The file fits the mapping; the import begins. */
  record Started(
      String event,
      UUID run,
      String file,
      String company,
      String mapping,
      String currency,
      boolean dryRun)
      implements Step {}

  /** All rows up to that line are decided and, but for a dry run, committed. */
  record Progress(String event, long toLine, Rows rows, long papers, double seconds)
      implements Step {}

  /** A row that went to the reject list. */
  record Rejected(
      String event,
      String file,
      long line,
      String field,
      String value,
      String reason,
      String expected)
      implements Step {}

  /** The end: the control table. */
  record Finished(
      String event,
      UUID run,
      String file,
      boolean dryRun,
      String currency,
      Rows rows,
      long papers,
      List<Control.Line> control,
      boolean agrees,
      double seconds,
      long rowsPerSecond)
      implements Step {}

  /** The import stopped; what was committed before stays, repeating the file adds only the rest. */
  record Failed(String event, String file, String detail, Rows rows, Optional<Long> committedToLine)
      implements Step {}
}
