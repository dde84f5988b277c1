package org.millrace.exchange.history;

import java.util.List;
import java.util.UUID;
import org.millrace.exchange.answer.ImportedRows;

/** What an import of a sales history tells at its end: the control table. */
record Finished(
    String event,
    UUID run,
    String file,
    boolean dryRun,
    String currency,
    ImportedRows rows,
    long documents,
    List<Control.Line> control,
    boolean agrees,
    double seconds,
    long rowsPerSecond) {}
