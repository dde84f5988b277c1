package org.millrace.ingestion.bronze.table;

import java.util.List;
import org.millrace.ingestion.outbox.Frontier;

/** What one checkpoint adds to one table, with the frontier reached when its last row came. */
public record Part(BronzeTable table, Frontier reached, List<DataFile> files) {

  public Part {
    files = List.copyOf(files);
  }
}
