package org.millrace.exchange.run;

import org.millrace.exchange.answer.ImportedRows;

/** All rows up to that line are decided and, but for a trial, committed. */
record Progress(String event, long toLine, ImportedRows rows, double seconds) {}
