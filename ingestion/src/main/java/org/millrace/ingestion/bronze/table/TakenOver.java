package org.millrace.ingestion.bronze.table;

/** Another run of ingestion has claimed the table; two must never fill it at a time. */
final class TakenOver extends IllegalStateException {

  private static final long serialVersionUID = 1;

  TakenOver(String folder) {
    super(
        "Another ingestion job has taken over "
            + folder
            + ": stop one of the two, then restart the other.");
  }
}
