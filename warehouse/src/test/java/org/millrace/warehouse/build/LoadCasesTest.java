package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.PlacedSql;

/**
 * Every load.sql gives, for the rows in each of its cases, the rows of expected.csv. With the
 * system property {@code cases.write} the files are written instead, to be read before a commit.
 */
@Tag("slow")
class LoadCasesTest {
  private static final StructType EVENTS =
      StructType.fromDDL(
          "event_id string, type string, aggregate_version bigint, company string,"
              + " occurred_at timestamp, recorded_at timestamp, payload string, position bigint");

  @TempDir private static Path folder;

  @TestFactory
  Stream<DynamicTest> everyCaseComesOutAsExpected() {
    Lake lake = TestingLake.in(folder).lake();
    return lake.catalog().tables().stream()
        .flatMap(table -> cases(table).map(each -> test(lake, table, each)));
  }

  private static DynamicTest test(Lake lake, Table table, Path each) {
    String name = table.sql() + " " + each.getFileName();
    return DynamicTest.dynamicTest(
        name,
        () -> {
          List<String> lines = lines(Lake.typed(table, rows(lake, table, each)));
          Path expected = each.resolve("expected.csv");
          if (Boolean.getBoolean("cases.write")) {
            Files.write(expected, lines);
          }
          assertThat(lines).isEqualTo(Files.readAllLines(expected));
        });
  }

  /** Of tables that read documents, the examples of the contracts give rows with whole keys. */
  @TestFactory
  Stream<DynamicTest> theExamplesOfTheContractsGiveRows() {
    Lake lake = TestingLake.in(folder).lake();
    return lake.catalog().tables().stream()
        .filter(LoadCasesTest::isRead)
        .map(table -> DynamicTest.dynamicTest(table.sql(), () -> examples(lake, table)));
  }

  private static boolean isRead(Table table) {
    return table.filling() instanceof Filling.FromEvents load && load.file().endsWith("table.yaml");
  }

  private static void examples(Lake lake, Table table) throws IOException {
    Filling.FromEvents load = (Filling.FromEvents) table.filling();
    List<JsonNode> examples = new ArrayList<>();
    for (String type : load.types()) {
      Path file =
          Path.of("../transactional/contracts", type.replace('.', '/') + ".v1.example.json");
      examples.add(new ObjectMapper().readTree(file.toFile()));
    }
    lake.session().createDataFrame(rows(examples), EVENTS).createOrReplaceTempView("events");
    List<Row> rows = Lake.typed(table, lake.session().sql(load.sql())).collectAsList();
    assertThat(rows).as("rows of %s", load.types()).isNotEmpty();
    for (String column : table.key()) {
      assertThat(rows).allSatisfy(row -> assertThat(row.<Object>getAs(column)).isNotNull());
    }
  }

  private static Stream<Path> cases(Table table) {
    boolean loaded =
        table.filling() instanceof Filling.FromEvents
            || table.filling() instanceof Filling.FromTables;
    if (!loaded) {
      return Stream.of();
    }
    Path folder = table.folder().resolve("cases");
    if (isRead(table) && !Files.exists(folder)) {
      return Stream.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.sorted().toList().stream();
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException("No cases of " + table, failed);
    }
  }

  private static Dataset<Row> rows(Lake lake, Table table, Path each) throws IOException {
    SparkSession session = lake.session();
    if (table.filling() instanceof Filling.FromEvents load) {
      session
          .createDataFrame(events(each.resolve("events.json")), EVENTS)
          .createOrReplaceTempView("events");
      return session.sql(load.sql());
    }
    String sql = ((Filling.FromTables) table.filling()).sql();
    for (String source : table.sources()) {
      given(lake, source, each.resolve(source + ".csv")).createOrReplaceTempView(view(source));
    }
    return new PlacedSql(session)
        .ask(
            sql,
            name -> Optional.of(List.of(view(name))).filter(any -> table.sources().contains(name)));
  }

  private static String view(String source) {
    return source.replace('.', '_');
  }

  /** The rows of a CSV file with the table's columns; those that it leaves out are null. */
  private static Dataset<Row> given(Lake lake, String source, Path file) {
    Dataset<Row> read = lake.session().read().option("header", "true").csv(file.toUri().toString());
    List<String> known = Arrays.asList(read.columns());
    return read.select(
        lake.catalog().named(source).columns().stream()
            .map(
                column ->
                    (known.contains(column.name())
                            ? functions.col(column.name())
                            : functions.lit(null))
                        .cast(column.type().lake())
                        .as(column.name()))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  private static List<Row> events(Path file) throws IOException {
    return rows(new ObjectMapper().readTree(file.toFile()));
  }

  private static List<Row> rows(Iterable<JsonNode> events) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode event : events) {
      rows.add(
          RowFactory.create(
              event.get("eventId").asText(),
              event.get("type").asText(),
              event.get("aggregateVersion").asLong(),
              event.get("company").asText(),
              Timestamp.from(Instant.parse(event.get("occurredAt").asText())),
              Timestamp.from(Instant.parse(event.get("recordedAt").asText())),
              event.get("payload").toString(),
              rows.size() + 1L));
    }
    return rows;
  }

  private static List<String> lines(Dataset<Row> rows) {
    List<String> lines = new ArrayList<>();
    rows.collectAsList().forEach(row -> lines.add(line(row)));
    lines.sort(null);
    lines.add(0, String.join(",", rows.columns()));
    return lines;
  }

  private static String line(Row row) {
    return IntStream.range(0, row.length())
        .mapToObj(i -> row.isNullAt(i) ? "" : text(row.get(i)))
        .collect(Collectors.joining(","));
  }

  private static String text(Object value) {
    return value instanceof Timestamp time ? time.toInstant().toString() : value.toString();
  }
}
