package org.millrace.ingestion.bronze;

import java.util.List;
import org.millrace.ingestion.outbox.Frontier;

/** What one checkpoint adds to one table, with the frontier reached when its last row came. */
record Part(BronzeTable table, Frontier reached, List<DataFile> files) {

  Part {
    files = List.copyOf(files);
  }
}
