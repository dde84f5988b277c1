package org.millrace.ingestion;

import org.millrace.ingestion.bronze.CommitListener;
import org.millrace.ingestion.bronze.table.BronzeTable;

/** Takes the pulse of this process from the commits made in it. */
final class PulseListener implements CommitListener {

  private static final long serialVersionUID = 1;

  @Override
  public void committed(BronzeTable table, long version, long rows) {
    if (table == BronzeTable.EVENTS) {
      Pulse.OF_THIS_PROCESS.wroteEvents(version, rows);
    } else {
      Pulse.OF_THIS_PROCESS.wroteRejects(rows);
    }
  }

  @Override
  public void completeTo(double behindSeconds) {
    Pulse.OF_THIS_PROCESS.behind(behindSeconds);
  }

  @Override
  public void checkpointed() {
    Pulse.OF_THIS_PROCESS.beat();
  }

  @Override
  public void afterworkFailed(BronzeTable table, Exception problem) {
    Pulse.OF_THIS_PROCESS.fails(
        "The log of " + table.path() + " cannot be tidied (no row is lost): " + problem);
  }
}
