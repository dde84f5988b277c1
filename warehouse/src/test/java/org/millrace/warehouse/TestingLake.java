package org.millrace.warehouse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.build.Builder;
import org.millrace.warehouse.build.Built;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;

/** A real lake in a temporary folder over the tables of the checkout; one session a test JVM. */
public final class TestingLake {
  public static final Path TABLES = Path.of("tables").toAbsolutePath();
  private static final StructType BRONZE =
      StructType.fromDDL(
          "event_id string, type string, schema_version int, aggregate_id string,"
              + " aggregate_version bigint, company string, occurred_at timestamp,"
              + " recorded_at timestamp, actor string, correlation_id string, causation_id string,"
              + " payload string, position bigint, domain string, day date");
  private static SparkSession session;

  private final Lake lake;
  private final Path folder;
  private final ExecutorService workers = Executors.newFixedThreadPool(2);

  private TestingLake(Path folder, Catalog tables) {
    this.folder = folder;
    this.lake = Lake.open(session(folder), tables, folder.toUri().toString());
  }

  /** The lake in a folder, made at the first call and found again at the next. */
  public static TestingLake in(Path folder) {
    return new TestingLake(folder, Catalog.read(TABLES));
  }

  /** The lake with these tables and what they are made from: a fraction of the work of all. */
  public static TestingLake in(Path folder, List<String> only) {
    return new TestingLake(folder, Catalog.read(TABLES).only(only));
  }

  /** The lake in a folder with other tables than those of the checkout, of them these. */
  public static TestingLake in(Path folder, TestingTables tables, List<String> only) {
    return new TestingLake(folder, Catalog.read(tables.root()).only(only));
  }

  /** The lake in a folder with other tables than those of the checkout. */
  public static TestingLake in(Path folder, TestingTables tables) {
    return new TestingLake(folder, Catalog.read(tables.root()));
  }

  private static synchronized SparkSession session(Path folder) {
    if (session == null) {
      try {
        session = SparkSessions.open("local[2]", Files.createTempDirectory("millrace-spark"));
      } catch (java.io.IOException failed) {
        throw new java.io.UncheckedIOException("No temporary folder for " + folder, failed);
      }
    }
    return session;
  }

  public Lake lake() {
    return lake;
  }

  /** The threads that its builders work with. */
  public ExecutorService workers() {
    return workers;
  }

  public Builder builder() {
    return new Builder(lake, workers);
  }

  /** Appends events to bronze in one commit. */
  public void arrive(List<TestingEvent> events) {
    arrive(events, Instant.parse("2011-01-10T08:00:00Z"));
  }

  /** Appends events that occurred from a moment on to bronze in one commit. */
  public void arrive(List<TestingEvent> events, Instant from) {
    List<Row> rows = new ArrayList<>();
    for (TestingEvent event : events) {
      Instant moment = Instant.parse("2011-01-10T08:00:00Z").plusSeconds(event.position());
      Instant occurred = from.plusSeconds(event.position());
      rows.add(
          RowFactory.create(
              event.id(),
              event.type(),
              1,
              event.aggregate(),
              event.version(),
              event.company(),
              DateTimeUtils.toJavaTimestamp(TimeUnit.SECONDS.toMicros(occurred.getEpochSecond())),
              Timestamp.from(moment),
              "tester",
              "c",
              null,
              event.payload(),
              event.position(),
              event.type().substring(0, event.type().indexOf('.')),
              java.sql.Date.valueOf("2011-01-10")));
    }
    lake.session()
        .createDataFrame(rows, BRONZE)
        .coalesce(1)
        .write()
        .format("delta")
        .mode("append")
        .partitionBy("domain", "day")
        .save(folder.toUri() + "/bronze/events");
  }

  /** Brings silver and gold up to bronze. */
  public List<Built> bringUp(Builder builder) {
    List<Built> built = new ArrayList<>(builder.fillColumns());
    for (Refresh pace : List.of(Refresh.LIVE, Refresh.BATCHED)) {
      while (builder.silverVersion(pace) < builder.bronzeVersion()) {
        built.addAll(builder.mergeNext(pace, builder.bronzeVersion()));
      }
      built.addAll(builder.buildGold(pace));
    }
    builder.save();
    return built;
  }

  /** Puts in what no rebuild could work out again. */
  public void freezeAForecast() {
    Table frozen = lake.catalog().named("gold.forecast_frozen");
    Object[] values =
        frozen.columns().stream()
            .map(
                column ->
                    switch (column.name()) {
                      case "period", "frozen_as_of" -> Date.valueOf("2011-01-17");
                      case "company", "item" -> "SHOP";
                      case "lag" -> 1;
                      default -> null;
                    })
            .toArray();
    lake.small(frozen).commit(List.of(RowFactory.create(values)), List.of());
  }

  /** The rows of a table as text in a fixed order: equal where the content is. */
  public List<String> content(String table) {
    KernelTable stored = lake.small(lake.catalog().named(table));
    return stored.read(stored.files(Affected.everything())).stream()
        .map(Row::json)
        .sorted()
        .toList();
  }

  public void close() {
    workers.shutdownNow();
  }
}
