package org.millrace.ingestion.bronze.table;

/**
 * The log of a table no longer holds the newest commit of this process. A new process reads on from
 * what the log has, so that the events of the lost commit come again.
 */
public final class LogLost extends IllegalStateException {

  private static final long serialVersionUID = 1;

  LogLost(String folder, String what) {
    super(
        "The log of "
            + folder
            + " has lost "
            + what
            + ", which this process wrote. It ends; the next one reads its events again.");
  }
}
