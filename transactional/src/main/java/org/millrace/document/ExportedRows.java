package org.millrace.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.millrace.document.DocumentKind.LineTable;
import org.millrace.document.custom.CustomField;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.document.row.BoundSql;

/**
 * The rows of a kind in files, a row a line. A master's lists stand side by side, of several lists
 * of another document the one that is declared first.
 */
final class ExportedRows {
  private final DocumentKind<?> kind;
  private final RecordMapping<?> mapping;
  private final List<String> lists;

  ExportedRows(DocumentKind<?> kind) {
    this.kind = kind;
    this.mapping = kind.mapping();
    Stream<String> declared = kind.lines().keySet().stream();
    this.lists = (kind.isMaster() ? declared.sorted() : declared.limit(1)).toList();
  }

  /** The column of each field in files. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    mapping.columns().forEach(c -> columns.put(c.field(), c.inFiles()));
    for (String list : lists) {
      mapping
          .ofLines(list)
          .columns()
          .forEach(c -> columns.put(list + "." + c.field(), inFiles(list) + c.inFiles()));
    }
    return columns;
  }

  private static String inFiles(String list) {
    return RecordMapping.snake(list) + ".";
  }

  /** The rows of the company that is bound first, seen alone. */
  BoundSql query(List<CustomField> custom, BoundSql seen) {
    List<String> selected = new ArrayList<>();
    mapping.columns().forEach(c -> selected.add(selected("h", "", c)));
    custom.forEach(
        field ->
            selected.add("h.custom ->> '%s' as \"%s\"".formatted(field.name(), field.field())));
    for (int i = 0; i < lists.size(); i++) {
      String alias = "l" + i;
      String before = inFiles(lists.get(i));
      mapping
          .ofLines(lists.get(i))
          .columns()
          .forEach(c -> selected.add(selected(alias, before, c)));
    }
    return new BoundSql(
        "select %s from %s h%s where h.company = ? and %s%s order by h.%s%s"
            .formatted(
                String.join(", ", selected),
                kind.table(),
                joined(),
                kind.only(),
                seen.and(),
                kind.key(),
                lists.isEmpty() ? "" : lists.size() == 1 ? ", l0.line" : ", n.place"),
        seen.bound());
  }

  private String joined() {
    if (lists.isEmpty()) {
      return "";
    }
    return lists.size() == 1 ? lines() : sideBySide();
  }

  private String lines() {
    LineTable of = Objects.requireNonNull(kind.lines().get(lists.get(0)));
    return " left join %s l0 on l0.company = h.company and l0.%s = h.%s"
        .formatted(of.table(), of.parent(), kind.key());
  }

  /** As many rows of a document as its longest list has lines, with those of each beside them. */
  private String sideBySide() {
    StringBuilder counts = new StringBuilder("1");
    StringBuilder joins = new StringBuilder();
    for (int i = 0; i < lists.size(); i++) {
      LineTable of = Objects.requireNonNull(kind.lines().get(lists.get(i)));
      String own =
          "from %s l where l.company = h.company and l.%s = h.%s"
              .formatted(of.table(), of.parent(), kind.key());
      counts.append(", (select count(*) ").append(own).append(")");
      joins.append(
          (" left join lateral (select l.*, row_number() over (order by l.line) as place %s) l%d"
                  + " on l%2$d.place = n.place")
              .formatted(own, i));
    }
    return " cross join lateral generate_series(1, greatest(%s)) as n(place)%s"
        .formatted(counts, joins);
  }

  private static String selected(String alias, String before, RecordMapping.Column column) {
    String name = alias + "." + column.name();
    String value =
        switch (column.type().family()) {
          case NUMBER -> "trim_scale(" + name + ")";
          case MOMENT ->
              "to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(name);
          case TEXTS -> "array_to_string(%s, ', ')".formatted(name);
          default -> name;
        };
    return "%s as \"%s%s\"".formatted(value, before, column.inFiles());
  }
}
