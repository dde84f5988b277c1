package org.millrace.warehouse.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.jspecify.annotations.Nullable;
import org.millrace.warehouse.catalog.Filling;
import org.millrace.warehouse.catalog.Keep;
import org.millrace.warehouse.catalog.Table;

/** Of rows in hand, keeps for each key the one that the table would keep. */
final class Keys {
  private Keys() {}

  static List<Row> best(Table table, Filling.FromEvents load, List<Row> all) {
    List<Row> rows = load.keep() == Keep.DOCUMENT ? newest(table, load, all) : all;
    Comparator<Row> order =
        Comparator.comparingLong((Row row) -> row.getLong(row.fieldIndex("position")))
            .thenComparing(row -> row.getString(row.fieldIndex("event_id")));
    if (load.keep().isBySequence()) {
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

  /** The rows that are of the newest version of their document. */
  private static List<Row> newest(Table table, Filling.FromEvents load, List<Row> rows) {
    Map<List<Object>, Long> newest = new HashMap<>();
    rows.forEach(row -> newest.merge(key(table.subject(), row), sequence(load, row), Math::max));
    return rows.stream()
        .filter(row -> sequence(load, row).equals(newest.get(key(table.subject(), row))))
        .toList();
  }

  private static Long sequence(Filling.FromEvents load, Row row) {
    return row.getLong(row.fieldIndex(load.sequence()));
  }

  /** The rows whose key is not among these. */
  static List<Row> without(Table table, List<Row> rows, List<Row> known) {
    Set<List<Object>> there = new HashSet<>();
    known.forEach(row -> there.add(key(table, row)));
    return rows.stream().filter(row -> !there.contains(key(table, row))).toList();
  }

  /** Every version of each subject once, valid until the next one's time. */
  static List<Row> history(Table table, Filling.FromEvents load, List<Row> rows) {
    List<String> subject =
        table.key().stream().filter(column -> !column.equals(load.sequence())).toList();
    Map<List<Object>, List<Row>> versions = new LinkedHashMap<>();
    best(table, load, rows)
        .forEach(
            row -> versions.computeIfAbsent(key(subject, row), any -> new ArrayList<>()).add(row));
    List<Row> history = new ArrayList<>();
    for (List<Row> own : versions.values()) {
      own.sort(Comparator.comparingLong(row -> row.getLong(row.fieldIndex(load.sequence()))));
      for (int i = 0; i < own.size(); i++) {
        Row row = own.get(i);
        @Nullable Object until =
            i + 1 < own.size() ? own.get(i + 1).get(row.fieldIndex("valid_from")) : null;
        history.add(with(row, row.fieldIndex("valid_to"), until));
      }
    }
    return history;
  }

  private static Row with(Row row, int field, @Nullable Object value) {
    @Nullable Object[] values = new @Nullable Object[row.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i == field ? value : row.get(i);
    }
    return new GenericRowWithSchema(values, row.schema());
  }

  private static List<Object> key(Table table, Row row) {
    return key(table.key(), row);
  }

  static List<Object> key(List<String> columns, Row row) {
    List<Object> key = new ArrayList<>();
    columns.forEach(column -> key.add(row.get(row.fieldIndex(column))));
    return key;
  }
}
