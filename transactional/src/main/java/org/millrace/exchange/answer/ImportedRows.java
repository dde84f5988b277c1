package org.millrace.exchange.answer;

/** Counts of rows; read = posted + there + rejected. */
public record ImportedRows(long read, long posted, long there, long rejected) {

  /** The sums of both. */
  public ImportedRows plus(ImportedRows more) {
    return new ImportedRows(
        read + more.read, posted + more.posted, there + more.there, rejected + more.rejected);
  }

  /** Nothing read yet. */
  public static ImportedRows none() {
    return new ImportedRows(0, 0, 0, 0);
  }
}
