package org.millrace.warehouse.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.lake.AddedFile;
import org.millrace.warehouse.lake.Affected;
import org.millrace.warehouse.lake.Changes;
import org.millrace.warehouse.lake.DataFile;
import org.millrace.warehouse.lake.KernelTable;
import org.millrace.warehouse.lake.Lake;
import org.millrace.warehouse.lake.RowsInHand;

/**
 * The values that some columns of a table have, as text, asked step by step: each call reads those
 * columns of the files that came since the last, and the whole table only where they are many.
 */
final class ValuesSeen {

  private final Lake lake;
  private final Table table;
  private final List<String> columns;
  private long version = -1;

  ValuesSeen(Lake lake, Table table, List<String> columns) {
    this.lake = lake;
    this.table = table;
    this.columns = List.copyOf(columns);
  }

  /**
   * The values of the rows that came since the last call; those with a missing one are left out.
   */
  Set<List<String>> since() {
    long now = lake.log(table).latest();
    if (now == version) {
      return Set.of();
    }
    Optional<Changes> changes =
        version < 0 ? Optional.empty() : lake.log(table).between(version, now);
    Optional<List<AddedFile>> few =
        changes
            .map(Changes::added)
            .filter(
                files -> files.stream().mapToLong(AddedFile::rows).sum() <= RowsInHand.MOST_ROWS);
    Set<List<String>> values = few.isPresent() ? added(few.get()) : all();
    version = now;
    return values;
  }

  private Set<List<String>> added(List<AddedFile> files) {
    List<String> stored =
        columns.stream().filter(column -> !table.partition().contains(column)).toList();
    Set<List<String>> values = new HashSet<>();
    Map<Map<String, String>, List<AddedFile>> parts =
        files.stream().collect(Collectors.groupingBy(AddedFile::partition));
    if (stored.isEmpty()) {
      parts.keySet().forEach(part -> take(Row.empty(), part, values));
      return values;
    }
    StructType wanted = StructType.fromDDL(Lake.ddl(table, stored));
    parts.forEach(
        (part, own) ->
            lake.small(table).readAdded(own, wanted).forEach(row -> take(row, part, values)));
    return values;
  }

  private Set<List<String>> all() {
    KernelTable stored = lake.small(table);
    List<DataFile> files = stored.files(Affected.everything());
    if (table.partition().containsAll(columns)) {
      Set<List<String>> values = new HashSet<>();
      files.forEach(file -> take(Row.empty(), file.partition(), values));
      return values;
    }
    boolean few = files.stream().mapToLong(DataFile::rows).sum() <= RowsInHand.MOST_ROWS;
    List<Row> rows = few ? stored.read(files) : distinct();
    Set<List<String>> values = new HashSet<>();
    rows.forEach(row -> take(row, Map.of(), values));
    return values;
  }

  private List<Row> distinct() {
    return lake.read(table.sql())
        .select(columns.stream().map(functions::col).toArray(org.apache.spark.sql.Column[]::new))
        .distinct()
        .collectAsList();
  }

  private void take(Row row, Map<String, String> part, Set<List<String>> into) {
    List<String> values = new ArrayList<>();
    for (String column : columns) {
      Object value =
          row.length() == 0 || part.containsKey(column) ? part.get(column) : row.getAs(column);
      if (value == null) {
        return;
      }
      values.add(value.toString());
    }
    into.add(values);
  }
}
