package org.millrace.ingestion.bronze;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.DeltaTable.Content;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.OpenFile;
import org.millrace.ingestion.bronze.table.Partition;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.contract.Validator;
import org.millrace.ingestion.outbox.Covered;
import org.millrace.ingestion.outbox.Database;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.OutboxRow;

/**
 * Holds bronze against the outbox: every row behind the watermark of the events stands in one of
 * the two tables. The job may run beside it; what it adds meanwhile lies before the watermark that
 * was read.
 */
public final class Reconciliation {

  private static final int REPAIRED_AT_ONCE = 10_000;

  private final Lake lake;
  private final Covered outbox;
  private Optional<Counted> counted = Optional.empty();

  /** The frontier and the number of outbox rows behind it, when all of them were in bronze. */
  private record Counted(Frontier frontier, long rows, long leftOut) {}

  public Reconciliation(Lake lake, Database database) {
    this.lake = lake;
    this.outbox = new Covered(database);
  }

  /**
   * Counts what came since the last look and reads all of bronze only where the numbers differ, or
   * at the first look.
   *
   * @return what is missing, by domain
   */
  public List<Gap> look() throws IOException, SQLException {
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      Optional<Content> events = new DeltaTable(BronzeTable.EVENTS, lake, none).content();
      if (events.isEmpty()) {
        return List.of();
      }
      Frontier upTo = events.get().watermark().frontier();
      Counted last = counted.orElse(new Counted(Frontier.atTheBeginning(), 0, Long.MIN_VALUE));
      long rows = last.rows() + outbox.count(last.frontier(), upTo);
      long rejects =
          new DeltaTable(BronzeTable.REJECTS, lake, none).content().map(Content::rows).orElse(0L);
      long leftOut = rows - events.get().rows() - rejects;
      if (leftOut > last.leftOut()) {
        List<Gap> gaps = Gap.of(outbox.at(missing(upTo)));
        if (!gaps.isEmpty()) {
          return gaps;
        }
      }
      counted = Optional.of(new Counted(upTo, rows, leftOut));
      return List.of();
    }
  }

  /** What bronze lacks, by domain, by reading every position in it. */
  public List<Gap> verify() throws IOException, SQLException {
    return Gap.of(outbox.at(missing(watermark())));
  }

  /** Reads what bronze lacks from the outbox again and adds it; says what was added. */
  public List<Gap> repair(Validator validator) throws IOException, SQLException {
    List<Long> missing = missing(watermark());
    List<OutboxRow> repaired = new ArrayList<>();
    for (int from = 0; from < missing.size(); from += REPAIRED_AT_ONCE) {
      List<Long> some = missing.subList(from, Math.min(from + REPAIRED_AT_ONCE, missing.size()));
      List<OutboxRow> rows = outbox.at(some);
      add(rows, validator);
      repaired.addAll(rows);
    }
    return Gap.of(repaired);
  }

  private Frontier watermark() throws IOException {
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      return new DeltaTable(BronzeTable.EVENTS, lake, none)
          .content()
          .map(content -> content.watermark().frontier())
          .orElse(Frontier.atTheBeginning());
    }
  }

  private List<Long> missing(Frontier upTo) throws IOException, SQLException {
    Positions there = new Positions();
    try (AfterCommit none = new AfterCommit((table, problem) -> {})) {
      for (BronzeTable table : BronzeTable.values()) {
        new DeltaTable(table, lake, none)
            .forEachRow(List.of("position"), row -> there.add(row.getLong(0)));
      }
    }
    return outbox.missing(upTo, there::has);
  }

  private void add(List<OutboxRow> rows, Validator validator) throws IOException {
    Map<BronzeTable, Map<Partition, OpenFile>> open = new HashMap<>();
    long now = System.currentTimeMillis() * 1000;
    for (OutboxRow row : rows) {
      Validated validated = new Validated(row, validator.objection(row.event()).orElse(""), now);
      BronzeTable table = BronzeTable.of(validated);
      Partition partition = table.partitionOf(validated);
      Map<Partition, OpenFile> own = open.computeIfAbsent(table, any -> new HashMap<>());
      OpenFile file = own.get(partition);
      if (file == null) {
        file = OpenFile.in(lake, table, partition);
        own.put(partition, file);
      }
      file.write(validated);
    }
    try (AfterCommit afterCommit = new AfterCommit((table, problem) -> {})) {
      for (Map.Entry<BronzeTable, Map<Partition, OpenFile>> each : open.entrySet()) {
        List<DataFile> files = new ArrayList<>();
        for (OpenFile file : each.getValue().values()) {
          files.add(file.finish());
        }
        new DeltaTable(each.getKey(), lake, afterCommit).appendBeside(files);
      }
    }
  }
}
