package org.millrace.exchange.run;

import java.util.List;
import java.util.UUID;

/** The file is what it should be; the import begins. */
record Started(
    String event,
    UUID run,
    String kind,
    String file,
    String company,
    boolean dryRun,
    List<String> columns) {
  Started {
    columns = List.copyOf(columns);
  }
}
