package org.millrace.ingestion;

import org.millrace.ingestion.bronze.CommitListener;
import org.millrace.ingestion.bronze.table.BronzeTable;

/** Takes the health of this process from the commits made in it. */
final class JobHealthListener implements CommitListener {

  private static final long serialVersionUID = 1;

  @Override
  public void committed(BronzeTable table, long version, long rows) {
    if (table == BronzeTable.EVENTS) {
      JobHealth.OF_THIS_PROCESS.wroteEvents(version, rows);
    } else {
      JobHealth.OF_THIS_PROCESS.wroteRejects(rows);
    }
  }

  @Override
  public void completeTo(double behindSeconds) {
    JobHealth.OF_THIS_PROCESS.behind(behindSeconds);
  }

  @Override
  public void checkpointed() {
    JobHealth.OF_THIS_PROCESS.beat();
  }

  @Override
  public void afterworkFailed(BronzeTable table, Exception problem) {
    JobHealth.OF_THIS_PROCESS.fails(
        "The log of " + table.path() + " cannot be tidied (no row is lost): " + problem);
  }
}
