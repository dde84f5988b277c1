package org.millrace.exchange.answer;

/**
 * Counts of rows; read = posted + there + changed + rejected. Changed are those that replace a row
 * that is posted: they are told, not posted.
 */
public record ImportedRows(long read, long posted, long there, long changed, long rejected) {

  /** The sums of both. */
  public ImportedRows plus(ImportedRows more) {
    return new ImportedRows(
        read + more.read,
        posted + more.posted,
        there + more.there,
        changed + more.changed,
        rejected + more.rejected);
  }

  /** Nothing read yet. */
  public static ImportedRows none() {
    return new ImportedRows(0, 0, 0, 0, 0);
  }
}
