package org.millrace.warehouse.lake;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Table;

/**
 * The parts of source tables that a step asks for, each read once and named for SQL. What is too
 * large to be held is left to Spark. Closing it forgets the names.
 */
public final class RowsInHand implements AutoCloseable {
  /** How many rows a step holds at once at most; more are left to Spark. */
  public static final int MOST_ROWS = 60_000;

  private static final AtomicLong NAMES = new AtomicLong();

  private final Lake lake;
  private final long mostRows;
  private final Map<Part, Optional<Held>> parts = new ConcurrentHashMap<>();

  /** Holds parts of up to so many rows each. */
  public RowsInHand(Lake lake, long mostRows) {
    this.lake = lake;
    this.mostRows = mostRows;
  }

  private record Part(String table, Affected affected) {}

  /** Rows in hand under the name of a view. */
  public record Held(String view, boolean isEmpty) {}

  /** The rows of a source that can reach a part of a table. */
  public Optional<Held> reaching(Affected part, Table source) {
    Affected own = part.all() ? part : Affected.ofPartitions(source, part.parts());
    Optional<Held> whole = parts.get(new Part(source.sql(), Affected.everything()));
    if (whole != null && whole.isPresent()) {
      return whole;
    }
    return parts.computeIfAbsent(new Part(source.sql(), own), any -> read(source, own));
  }

  /** The rows of a table that can reach a part. */
  public Dataset<Row> read(String name, Affected part) {
    return reaching(part, lake.catalog().named(name))
        .map(held -> lake.session().table(held.view()))
        .orElseGet(() -> lake.read(name));
  }

  /** The rows of a table that are one company's. */
  public Dataset<Row> ofCompany(String name, String company) {
    return read(name, Affected.ofCompany(company)).where(col("company").equalTo(company));
  }

  /** Asks a question, which names tables of the lake, of the rows that can reach a part. */
  public Dataset<Row> ask(String question, Affected part) {
    return new PlacedSql(lake.session())
        .ask(question, name -> lake.catalog().table(name).map(table -> place(table, part)));
  }

  /** The same of a question that names parameters; see {@link PlacedSql}. */
  public Dataset<Row> ask(String question, Map<String, ?> parameters, Affected part) {
    return new PlacedSql(lake.session())
        .ask(
            question,
            parameters,
            name -> lake.catalog().table(name).map(table -> place(table, part)));
  }

  private List<String> place(Table table, Affected part) {
    return reaching(part, table)
        .map(held -> List.of(held.view()))
        .orElseGet(() -> lake.place(table));
  }

  private Optional<Held> read(Table source, Affected part) {
    KernelTable stored = lake.small(source);
    List<DataFile> files = stored.files(part);
    if (files.stream().mapToLong(DataFile::rows).sum() > mostRows) {
      return Optional.empty();
    }
    List<Row> rows = stored.read(files);
    String view = "rows_in_hand_" + NAMES.incrementAndGet();
    lake.session()
        .createDataFrame(rows, StructType.fromDDL(Lake.ddl(source)))
        .createOrReplaceTempView(view);
    return Optional.of(new Held(view, rows.isEmpty()));
  }

  @Override
  public void close() {
    parts.values().stream()
        .flatMap(Optional::stream)
        .forEach(held -> lake.session().catalog().dropTempView(held.view()));
  }
}
