package org.millrace.warehouse.lake;

import static java.util.Objects.requireNonNull;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Layer;
import org.millrace.warehouse.catalog.Table;

/** The tables of the lake, read and replaced by their catalog names. */
public final class Lake {
  private final SparkSession session;
  private final Catalog catalog;
  private final String root;
  private final Map<String, TableLog> logs = new ConcurrentHashMap<>();
  private final Map<String, KernelTable> small = new ConcurrentHashMap<>();
  private final Engine engine;
  private final Set<String> named = ConcurrentHashMap.newKeySet();
  private final Map<String, List<String>> missing = new ConcurrentHashMap<>();

  private Lake(SparkSession session, Catalog catalog, String root) {
    this.session = session;
    this.catalog = catalog;
    this.root = root;
    this.engine = DefaultEngine.create(session.sparkContext().hadoopConfiguration());
  }

  /**
   * Opens the lake under a root and makes the silver and gold tables that are missing. Refuses
   * tables that have other types or another layout than their table.yaml says.
   */
  public static Lake open(SparkSession session, Catalog catalog, String root) {
    Lake lake = new Lake(session, catalog, root);
    lake.compareColumns();
    lake.makeMissing();
    return lake;
  }

  public SparkSession session() {
    return session;
  }

  public Catalog catalog() {
    return catalog;
  }

  /** The rows of a table as they are now, with the columns of its table.yaml. */
  public Dataset<Row> read(String name) {
    Table table = catalog.named(name);
    return session
        .read()
        .format("delta")
        .load(path(table))
        .select(
            table.columnNames().stream()
                .map(functions::col)
                .toArray(org.apache.spark.sql.Column[]::new));
  }

  /** The tables that lack columns of their table.yaml; {@link #addColumns} adds them. */
  public List<Table> withoutAllColumns() {
    return missing.keySet().stream().sorted().map(catalog::named).toList();
  }

  /** Adds the columns that a table lacks at its end, without values, in one commit. */
  public void addColumns(Table table) {
    String columns =
        requireNonNull(missing.get(table.sql()), table.sql() + " lacks no column").stream()
            .map(name -> table.column(name).orElseThrow())
            .map(column -> ddl(column) + comment(column))
            .collect(Collectors.joining(", "));
    session.sql("ALTER TABLE delta.`" + path(table) + "` ADD COLUMNS (" + columns + ")");
    missing.remove(table.sql());
  }

  /**
   * Gives the columns of a table the comments of its table.yaml, in one commit; false where they
   * have them.
   */
  public boolean describe(Table table) {
    List<Column> wrong = small(table).columns().wronglyDescribed();
    if (wrong.isEmpty()) {
      return false;
    }
    String columns =
        wrong.stream()
            .map(column -> "`" + column.name() + "`" + comment(column))
            .collect(Collectors.joining(", "));
    session.sql("ALTER TABLE delta.`" + path(table) + "` ALTER COLUMN " + columns);
    return true;
  }

  private static String comment(Column column) {
    return " COMMENT " + SqlLiteral.of(column.comment());
  }

  /** The commits of a table. */
  public TableLog log(Table table) {
    return logs.computeIfAbsent(
        path(table), path -> new TableLog(fileSystem(path), new Path(path)));
  }

  /** A table for reads and writes of few rows. */
  public KernelTable small(Table table) {
    return small.computeIfAbsent(
        path(table), path -> new KernelTable(table, path, log(table), engine));
  }

  /** The folder of a table; one that shows another lies where the other lies. */
  public String path(Table table) {
    if (table.filling() instanceof Filling.Shows shows) {
      return path(catalog.named(shows.table()));
    }
    return root + "/" + table.name().layer().word() + "/" + table.name().table();
  }

  /** The name under which Spark finds a table without one of its own, in its parts. */
  public List<String> place(Table table) {
    return List.of("delta", path(table));
  }

  /** The id that a table got when it was made. */
  public String id(Table table) {
    return log(table)
        .id()
        .orElseGet(
            () ->
                org.apache.spark.sql.delta.DeltaLog.forTable(session, path(table))
                    .unsafeVolatileSnapshot()
                    .metadata()
                    .id());
  }

  /** A file beside the tables, for what the warehouse must remember. */
  public Path beside(String name) {
    return new Path(root, name);
  }

  public FileSystem fileSystem() {
    return fileSystem(root);
  }

  /**
   * Replaces, in one commit, the rows of a table that fulfil a Delta predicate; an empty one means
   * all. Refuses rows whose columns are not those of table.yaml.
   */
  public void replace(String name, Dataset<Row> rows, String where) {
    Table table = catalog.named(name);
    DataFrameWriter<Row> writer =
        typed(table, rows).write().format("delta").mode(SaveMode.Overwrite);
    if (!where.isBlank()) {
      writer = writer.option("replaceWhere", where);
    }
    save(table, writer);
  }

  /**
   * Replaces, in one commit, the rows of one company that fulfil a predicate, an empty one all of
   * them: without a Spark job where few rows are there and come.
   */
  public void replace(String name, String company, Dataset<Row> rows, String where) {
    Table table = catalog.named(name);
    String ofCompany = SqlLiteral.ofCompany(company, where);
    Affected part = Affected.ofPartitions(table, Affected.ofCompany(company).parts());
    Dataset<Row> typed = typed(table, rows);
    if (!new SmallReplace(session, table, small(table)).replace(part, ofCompany, typed)) {
      replace(name, typed, ofCompany);
    }
  }

  /** Adds rows to a table, without a Spark job to write them where they are few. */
  public void add(String name, Dataset<Row> rows) {
    Table table = catalog.named(name);
    List<Row> few = typed(table, rows).takeAsList(RowsInHand.MOST_ROWS + 1);
    if (few.size() > RowsInHand.MOST_ROWS) {
      append(name, rows);
    } else if (!few.isEmpty()) {
      small(table).commit(few, List.of());
    }
  }

  /** Adds rows to a table. */
  public void append(String name, Dataset<Row> rows) {
    Table table = catalog.named(name);
    save(table, typed(table, rows).write().format("delta").mode(SaveMode.Append));
  }

  /** Replaces the partitions that the rows lie in. */
  public void replacePartitions(String name, Dataset<Row> rows) {
    Table table = catalog.named(name);
    save(
        table,
        typed(table, rows)
            .write()
            .format("delta")
            .mode(SaveMode.Overwrite)
            .option("partitionOverwriteMode", "dynamic"));
  }

  private void save(Table table, DataFrameWriter<Row> writer) {
    String[] layout = table.partition().toArray(String[]::new);
    (layout.length == 0 ? writer : writer.partitionBy(layout)).save(path(table));
  }

  /** The rows with the columns of the table in their order and types. */
  public static Dataset<Row> typed(Table table, Dataset<Row> rows) {
    Set<String> given = Set.of(rows.columns());
    Set<String> wanted = Set.copyOf(table.columnNames());
    if (!given.equals(wanted)) {
      String missing = difference(wanted, given);
      String unknown = difference(given, wanted);
      throw new IllegalArgumentException(
          "Rows for "
              + table.sql()
              + " do not have the columns of its table.yaml: missing ["
              + missing
              + "], unknown ["
              + unknown
              + "]");
    }
    return rows.select(
        table.columns().stream()
            .map(column -> functions.col(column.name()).cast(column.type().lake()))
            .toArray(org.apache.spark.sql.Column[]::new));
  }

  /** The DDL of the table's columns, such as {@code company string, month date}. */
  public static String ddl(Table table) {
    return table.columns().stream().map(Lake::ddl).collect(Collectors.joining(", "));
  }

  /** The DDL of some of the table's columns, in the order of their names. */
  public static String ddl(Table table, List<String> columns) {
    return columns.stream()
        .map(name -> ddl(table.column(name).orElseThrow()))
        .collect(Collectors.joining(", "));
  }

  private static String ddl(Column column) {
    return "`" + column.name() + "` " + column.type().lake();
  }

  /** For questions about one step's rows; to be closed when the step is done. */
  public RowsInHand rowsInHand() {
    return new RowsInHand(this, RowsInHand.MOST_ROWS);
  }

  /** Gives a table its name in SQL; false while it is not there yet. */
  public boolean name(Table table) {
    if (named.contains(table.sql())) {
      return true;
    }
    if (log(table).latest() < 0) {
      return false;
    }
    synchronized (named) {
      if (!named.contains(table.sql())) {
        session.sql("CREATE DATABASE IF NOT EXISTS " + table.name().layer().word());
        session.sql(
            "CREATE TABLE IF NOT EXISTS "
                + table.sql()
                + " USING DELTA LOCATION '"
                + path(table)
                + "'");
        named.add(table.sql()); // only now may another thread rely on the name
      }
    }
    return true;
  }

  /** Gives every table its name that is there. */
  public void nameAll() {
    catalog.tables().forEach(this::name);
  }

  private void makeMissing() {
    EmptyTable empty = new EmptyTable(engine);
    derived()
        .filter(table -> log(table).latest() < 0)
        .forEach(table -> empty.create(table, path(table)));
  }

  private void compareColumns() {
    List<String> problems = new ArrayList<>();
    derived()
        .filter(table -> log(table).latest() >= 0)
        .forEach(
            table -> {
              StoredColumns columns = small(table).columns();
              problems.addAll(columns.problems(path(table)));
              if (!columns.missing().isEmpty()) {
                missing.put(table.sql(), columns.missing());
              }
            });
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The lake does not fit the tables of this build:\n" + String.join("\n", problems));
    }
  }

  private Stream<Table> derived() {
    return Stream.of(Layer.SILVER, Layer.GOLD)
        .flatMap(layer -> catalog.tables(layer).stream())
        .filter(table -> !(table.filling() instanceof Filling.Shows));
  }

  /**
   * Deletes silver and gold, but for the tables that a rebuild keeps, and makes them empty again;
   * bronze is not touched.
   */
  public void deleteDerived() {
    Set<String> preserved =
        catalog.tables().stream()
            .filter(
                table -> table.filling() instanceof Filling.Writer writer && writer.isPreserved())
            .map(this::path)
            .collect(Collectors.toSet());
    try {
      for (Layer layer : List.of(Layer.SILVER, Layer.GOLD)) {
        for (FileStatus table : fileSystem().listStatus(new Path(root, layer.word()))) {
          String path = root + "/" + layer.word() + "/" + table.getPath().getName();
          if (!preserved.contains(path)) {
            fileSystem().delete(table.getPath(), true);
          }
        }
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot delete silver and gold under " + root, failed);
    }
    org.apache.spark.sql.delta.DeltaLog.clearCache();
    logs.values().forEach(TableLog::forget);
    small.clear();
    makeMissing();
  }

  private Configuration hadoop() {
    return session.sparkContext().hadoopConfiguration();
  }

  private FileSystem fileSystem(String path) {
    try {
      return new Path(path).getFileSystem(hadoop());
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "Cannot reach the lake at " + path + "; check MILLRACE_LAKE", failed);
    }
  }

  private static String difference(Set<String> left, Set<String> right) {
    return left.stream()
        .filter(each -> !right.contains(each))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
