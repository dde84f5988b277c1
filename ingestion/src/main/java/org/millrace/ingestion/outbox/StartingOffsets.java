package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.io.Serializable;

/** Says where a start without a checkpoint reads on. */
@FunctionalInterface
public interface StartingOffsets extends Serializable {

  /**
   * Takes over the tables for a new run and returns the frontier they hold.
   *
   * @param epoch identity of the database that is about to be read
   */
  Frontier takeOver(String epoch) throws IOException;
}
