package org.millrace.analytics;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.millrace.warehouse.SparkSessions;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;

/** A real lake in a temporary folder, with the tables of the checkout, filled by SQL. */
final class TestingLake implements AutoCloseable {

  private static final Map<String, List<Row>> CONSTANTS = new ConcurrentHashMap<>();

  private final SparkSession session;
  private final Lake lake;

  TestingLake(Path folder) {
    session = SparkSessions.open("local[2]", folder.resolve("scratch"));
    Catalog catalog = Catalog.read(Path.of("../warehouse/tables").toAbsolutePath().normalize());
    lake = Lake.open(session, catalog, folder.resolve("lake").toUri().toString());
  }

  Lake lake() {
    return lake;
  }

  /** As {@link #fill}, by a query that reads no table: its rows are worked out once a JVM. */
  void fillByConstants(String table, String query) {
    replace(table, CONSTANTS.computeIfAbsent(table + " " + query, asked -> rows(table, query)));
  }

  /** Replaces a table by the rows of a query; columns that it leaves out are null. */
  void fill(String table, String query) {
    replace(table, rows(table, query));
  }

  private List<Row> rows(String table, String query) {
    Dataset<Row> rows = session.sql(query);
    List<String> given = Arrays.asList(rows.columns());
    Column[] columns =
        lake.catalog().named(table).columns().stream()
            .map(
                column ->
                    given.contains(column.name())
                        ? functions.col(column.name())
                        : functions.lit(null).as(column.name()))
            .toArray(Column[]::new);
    return Lake.typed(lake.catalog().named(table), rows.select(columns)).collectAsList();
  }

  /** Takes all rows out of a table. */
  void clear(String table) {
    replace(table, List.of());
  }

  private void replace(String table, List<Row> rows) {
    KernelTable stored = lake.small(lake.catalog().named(table));
    stored.commit(rows, stored.files(Affected.everything()));
  }

  /** Some columns of some rows, each row as one text with spaces between, sorted. */
  List<String> texts(String table, String where, String columns) {
    return lake
        .read(table)
        .where(where)
        .selectExpr("concat_ws(' ', %s) as text".formatted(columns))
        .orderBy("text")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  /** The rows of a table as text, sorted: equal when the content is. */
  List<String> content(String table, String where) {
    return lake.read(table).where(where).selectExpr("to_json(struct(*))").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  @Override
  public void close() {
    session.stop();
  }
}
