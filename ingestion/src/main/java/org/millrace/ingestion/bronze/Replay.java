package org.millrace.ingestion.bronze;

import io.delta.kernel.data.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.millrace.ingestion.bronze.table.AfterCommit;
import org.millrace.ingestion.bronze.table.BronzeTable;
import org.millrace.ingestion.bronze.table.DataFile;
import org.millrace.ingestion.bronze.table.DeltaTable;
import org.millrace.ingestion.bronze.table.Lake;
import org.millrace.ingestion.bronze.table.OpenFile;
import org.millrace.ingestion.bronze.table.Partition;
import org.millrace.ingestion.contract.Validated;
import org.millrace.ingestion.contract.Validator;
import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.envelope.Kind;
import org.millrace.ingestion.envelope.Subject;
import org.millrace.ingestion.envelope.Times;
import org.millrace.ingestion.envelope.Trace;
import org.millrace.ingestion.outbox.Frontier;
import org.millrace.ingestion.outbox.OutboxRow;

/**
 * Validates the rejects again and adds those that now keep their contract to the events, once only:
 * an event id that bronze already has is left out. The rejects stay as the record of what happened.
 * Only one replay may run at a time; the job may run beside it.
 */
public final class Replay {

  private static final List<String> COLUMNS =
      List.of(
          "event_id",
          "type",
          "schema_version",
          "domain",
          "aggregate_id",
          "aggregate_version",
          "company",
          "occurred_at",
          "recorded_at",
          "actor",
          "correlation_id",
          "causation_id",
          "payload",
          "position");

  private final Lake lake;
  private final Validator validator;

  public Replay(Lake lake, Validator validator) {
    this.lake = lake;
    this.validator = validator;
  }

  /** How many rejects were read, how many still break their contract, were there, were added. */
  public record Outcome(int read, int stillRejected, int alreadyThere, int added) {}

  /** Replays all rejects in one commit. */
  public Outcome run() throws IOException {
    List<Validated> rejects = new ArrayList<>();
    Map<String, Validated> passing = new LinkedHashMap<>();
    Set<String> present = new HashSet<>();
    try (AfterCommit afterCommit =
        new AfterCommit(
            (table, problem) -> {
              throw new IllegalStateException("Tidying " + table.path() + " failed", problem);
            })) {
      DeltaTable events = new DeltaTable(BronzeTable.EVENTS, lake, afterCommit);
      new DeltaTable(BronzeTable.REJECTS, lake, afterCommit)
          .forEachRow(COLUMNS, row -> rejects.add(validated(row)));
      rejects.stream()
          .filter(row -> validator.objection(row.event()).isEmpty())
          .forEach(row -> passing.put(row.event().id(), row));
      int pass = passing.size();
      if (pass > 0) {
        events.forEachRow(List.of("event_id"), row -> present.add(row.getString(0)));
        passing.keySet().removeAll(present);
      }
      if (!passing.isEmpty()) {
        events.appendBeside(write(passing.values()));
      }
      return new Outcome(
          rejects.size(), rejects.size() - pass, pass - passing.size(), passing.size());
    }
  }

  private List<DataFile> write(Iterable<Validated> rows) throws IOException {
    Map<Partition, OpenFile> open = new HashMap<>();
    for (Validated row : rows) {
      Partition partition = BronzeTable.EVENTS.partitionOf(row);
      OpenFile file = open.get(partition);
      if (file == null) {
        file = OpenFile.in(lake, BronzeTable.EVENTS, partition);
        open.put(partition, file);
      }
      file.write(row);
    }
    List<DataFile> files = new ArrayList<>();
    for (OpenFile file : open.values()) {
      files.add(file.finish());
    }
    return files;
  }

  private static Validated validated(Row row) {
    Event event =
        new Event(
            text(row, 0),
            new Kind(text(row, 1), row.getInt(2), text(row, 3)),
            new Subject(text(row, 4), row.getLong(5), text(row, 6)),
            new Times(row.getLong(7), row.getLong(8)),
            new Trace(text(row, 9), text(row, 10), text(row, 11)),
            text(row, 12));
    long position = row.getLong(13);
    return new Validated(new OutboxRow(Frontier.atTheBeginning(), 0, position, event), "", 0);
  }

  private static String text(Row row, int column) {
    return row.isNullAt(column) ? "" : row.getString(column);
  }
}
