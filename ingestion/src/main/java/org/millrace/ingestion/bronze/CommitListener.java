package org.millrace.ingestion.bronze;

import java.io.Serializable;
import org.millrace.ingestion.bronze.table.BronzeTable;

/** Hears what was committed, for health and figures. */
public interface CommitListener extends Serializable {

  /** Rows came into a table with that version. */
  void committed(BronzeTable table, long version, long rows);

  /** Bronze is complete up to so many seconds before the database's clock. */
  void completeTo(double behindSeconds);

  /** A checkpoint was dealt with, whether or not it brought rows. */
  void checkpointed();

  /** Tidying the log after a commit failed; the rows are safe. */
  void afterworkFailed(BronzeTable table, Exception problem);
}
