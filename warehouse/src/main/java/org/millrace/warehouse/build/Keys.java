package org.millrace.warehouse.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Table;

/** Of rows in hand, keeps for each key the one that the table would keep. */
final class Keys {
  private Keys() {}

  static List<Row> best(Table table, Filling.FromEvents load, List<Row> rows) {
    Comparator<Row> order =
        Comparator.comparingLong((Row row) -> row.getLong(row.fieldIndex("position")))
            .thenComparing(row -> row.getString(row.fieldIndex("event_id")));
    if (load.keep() == Keep.NEWEST) {
      order =
          Comparator.comparingLong((Row row) -> row.getLong(row.fieldIndex(load.sequence())))
              .thenComparing(order)
              .reversed();
    }
    Map<List<Object>, Row> best = new LinkedHashMap<>();
    Comparator<Row> better = order;
    for (Row row : rows) {
      best.merge(key(table, row), row, (a, b) -> better.compare(a, b) <= 0 ? a : b);
    }
    return List.copyOf(best.values());
  }

  /** The rows whose key is not among these. */
  static List<Row> without(Table table, List<Row> rows, List<Row> known) {
    Set<List<Object>> there = new HashSet<>();
    known.forEach(row -> there.add(key(table, row)));
    return rows.stream().filter(row -> !there.contains(key(table, row))).toList();
  }

  private static List<Object> key(Table table, Row row) {
    List<Object> key = new ArrayList<>();
    table.key().forEach(column -> key.add(row.get(row.fieldIndex(column))));
    return key;
  }
}
