package org.millrace.exchange.history;

import java.util.List;
import java.util.UUID;
import org.millrace.exchange.answer.ImportedRows;

/** What an import tells while it runs; each becomes one line of JSON. */
sealed interface Step {
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
  record Progress(String event, long toLine, ImportedRows rows, long papers, double seconds)
      implements Step {}

  /** The end: the control table. */
  record Finished(
      String event,
      UUID run,
      String file,
      boolean dryRun,
      String currency,
      ImportedRows rows,
      long papers,
      List<Control.Line> control,
      boolean agrees,
      double seconds,
      long rowsPerSecond)
      implements Step {}
}
