package org.millrace.ingestion.bronze.table;

import static org.millrace.ingestion.bronze.table.Column.Skipping.BY_RANGE;
import static org.millrace.ingestion.bronze.table.Column.Skipping.NONE;

import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.millrace.ingestion.bronze.table.Column.Form;
import org.millrace.ingestion.contract.Validated;

/** The two tables that ingestion writes, with their columns and partitions. */
public enum BronzeTable {
  /** Events that keep their contract, partitioned by domain and day of recording (UTC). */
  EVENTS("bronze/events", envelope(), List.of("domain", "day")),
  /** Events that break it, with the reason and the time. */
  REJECTS(
      "bronze/rejects", Stream.concat(envelope().stream(), verdict().stream()).toList(), List.of());

  private final String path;
  private final List<Column> columns;
  private final List<String> partitions;

  BronzeTable(String path, List<Column> columns, List<String> partitions) {
    this.path = path;
    this.columns = columns;
    this.partitions = partitions;
  }

  private static List<Column> envelope() {
    return List.of(
        new Column("event_id", Form.TEXT, row -> row.event().id(), BY_RANGE),
        new Column("type", Form.TEXT, row -> row.event().kind().type(), BY_RANGE),
        new Column("schema_version", Form.INT, row -> row.event().kind().version(), BY_RANGE),
        new Column("aggregate_id", Form.TEXT, row -> row.event().subject().aggregateId(), NONE),
        new Column(
            "aggregate_version",
            Form.LONG,
            row -> row.event().subject().aggregateVersion(),
            BY_RANGE),
        new Column("company", Form.TEXT, row -> row.event().subject().company(), NONE),
        new Column(
            "occurred_at", Form.MICROS, row -> row.event().times().occurredAtMicros(), BY_RANGE),
        new Column(
            "recorded_at", Form.MICROS, row -> row.event().times().recordedAtMicros(), BY_RANGE),
        new Column("actor", Form.TEXT, row -> row.event().trace().actor(), NONE),
        new Column("correlation_id", Form.TEXT, row -> row.event().trace().correlationId(), NONE),
        new Column("causation_id", Form.TEXT, row -> row.event().trace().causationId(), NONE),
        new Column("payload", Form.TEXT, row -> row.event().payload(), NONE),
        new Column("position", Form.LONG, row -> row.row().position(), BY_RANGE),
        new Column("domain", Form.TEXT, row -> row.event().kind().domain(), NONE),
        new Column("day", Form.DAY, BronzeTable::day, NONE));
  }

  private static List<Column> verdict() {
    return List.of(
        new Column("reason", Form.TEXT, Validated::reason, NONE),
        new Column("rejected_at", Form.MICROS, Validated::validatedAtMicros, BY_RANGE));
  }

  static int day(Validated row) {
    long micros = row.event().times().recordedAtMicros();
    return Math.toIntExact(Math.floorDiv(micros, TimeUnit.DAYS.toMicros(1)));
  }

  /** Where a validated row belongs. */
  public static BronzeTable of(Validated row) {
    return row.isRejected() ? REJECTS : EVENTS;
  }

  /** Folder below the lake. */
  public String path() {
    return path;
  }

  List<String> partitions() {
    return partitions;
  }

  /** The columns that stand in the files: all but the partitions. */
  List<Column> fileColumns() {
    return columns.stream().filter(column -> !partitions.contains(column.name())).toList();
  }

  /** The partition of a row. */
  public Partition partitionOf(Validated row) {
    return partitions.isEmpty()
        ? Partition.none()
        : new Partition(row.event().kind().domain(), day(row));
  }

  StructType deltaSchema() {
    return new StructType(
        columns.stream()
            .map(column -> new StructField(column.name(), column.deltaType(), true))
            .toList());
  }

  MessageType parquetSchema() {
    return new MessageType(
        "bronze", fileColumns().stream().map(Column::parquetType).toArray(Type[]::new));
  }
}
