package org.millrace.ingestion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;

/** Reads one text column of the bronze tables. */
public final class TestingLake {

  private final Lake lake;

  public TestingLake(Lake lake) {
    this.lake = lake;
  }

  public List<String> column(BronzeTable table, String column) throws IOException {
    List<String> values = new ArrayList<>();
    try (AfterCommit none = new AfterCommit((t, problem) -> {})) {
      new DeltaTable(table, lake, none)
          .forEachRow(List.of(column), row -> values.add(row.getString(0)));
    }
    return values;
  }
}
