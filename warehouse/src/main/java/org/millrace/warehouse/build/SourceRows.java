package org.millrace.warehouse.build;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;

/**
 * The parts of source tables that a step asks for, each read once and named for SQL. What is too
 * large to be held is left to Spark. Closing it forgets the names.
 */
final class SourceRows implements AutoCloseable {
  private static final AtomicLong NAMES = new AtomicLong();

  private final Lake lake;
  private final long mostRows;
  private final Map<Part, Optional<Held>> parts = new ConcurrentHashMap<>();

  SourceRows(Lake lake, long mostRows) {
    this.lake = lake;
    this.mostRows = mostRows;
  }

  private record Part(String table, Affected affected) {}

  /** Rows in hand under the name of a view. */
  record Held(String view, boolean isEmpty) {}

  /** The rows of a source that can reach a part of a table. */
  Optional<Held> reaching(Affected part, Table source) {
    Affected own = part.all() ? part : Affected.ofPartitions(source, part.parts());
    return parts.computeIfAbsent(new Part(source.sql(), own), any -> read(source, own));
  }

  private Optional<Held> read(Table source, Affected part) {
    KernelTable stored = lake.small(source);
    List<DataFile> files = stored.files(part);
    if (files.stream().mapToLong(DataFile::rows).sum() > mostRows) {
      return Optional.empty();
    }
    List<Row> rows = stored.read(files);
    String view = "source_rows_" + NAMES.incrementAndGet();
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
