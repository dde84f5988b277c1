package org.millrace.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.millrace.database.BulkRows;
import org.millrace.document.DocumentKind.LineTable;
import org.millrace.document.mapping.RecordMapping;
import org.millrace.document.mapping.RecordMapping.Column;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The lines of documents in one table. A line is known by its component {@code line}, or by its
 * place in the list where it has none.
 */
final class LinesJdbc {
  private static final int MANY = 100; // rows of a statement

  private final LineTable table;
  private final RecordMapping<?> mapping;
  private final List<String> columns;
  private final boolean areNumbered;
  private final JdbcTemplate jdbc;
  private final BulkRows bulk;
  private final String mark;

  /** The lines of one document. */
  record Of(String company, String number, List<?> lines) {}

  /** The lines of one document before and after a change. */
  record Changed(String company, String number, List<?> before, List<?> after) {}

  /**
   * The lines in that table.
   *
   * @param mark stands in SQL for the numbers of several documents
   */
  LinesJdbc(
      LineTable table, RecordMapping<?> mapping, JdbcTemplate jdbc, BulkRows bulk, String mark) {
    this.table = table;
    this.mapping = mapping;
    this.areNumbered = mapping.has("line");
    this.jdbc = jdbc;
    this.bulk = bulk;
    this.mark = mark;
    List<String> names = new ArrayList<>(List.of("company", table.parent()));
    if (!areNumbered) {
      names.add("line");
    }
    mapping.columns().stream().map(Column::name).forEach(names::add);
    this.columns = List.copyOf(names);
  }

  void add(List<Of> documents) {
    List<Object[]> rows = new ArrayList<>();
    for (Of document : documents) {
      numbered(document.lines()).forEach((line, content) -> rows.add(row(document, line, content)));
    }
    bulk.copy(table.table(), columns, rows);
  }

  private Map<Integer, Object> numbered(List<?> lines) {
    Map<Integer, Object> numbered = new LinkedHashMap<>();
    for (Object line : lines) {
      int number =
          areNumbered
              ? (Integer) Objects.requireNonNull(mapping.value(line, "line"))
              : numbered.size() + 1;
      numbered.put(number, line);
    }
    return numbered;
  }

  private Object[] row(Of document, int line, Object content) {
    List<Object> row = new ArrayList<>(List.of(document.company(), document.number()));
    if (!areNumbered) {
      row.add(line);
    }
    row.addAll(mapping.values(content));
    return row.toArray();
  }

  /** Writes lines that are new or differ, deletes those that are gone, leaves the others alone. */
  void change(List<Changed> documents) {
    List<Object[]> written = new ArrayList<>();
    List<Object[]> gone = new ArrayList<>();
    for (Changed document : documents) {
      Map<Integer, Object> before = numbered(document.before());
      Map<Integer, Object> after = numbered(document.after());
      Of of = new Of(document.company(), document.number(), document.after());
      after.forEach(
          (line, content) -> {
            if (!content.equals(before.get(line))) {
              written.add(row(of, line, content));
            }
          });
      before.keySet().stream()
          .filter(line -> !after.containsKey(line))
          .forEach(line -> gone.add(new Object[] {of.company(), of.number(), line}));
    }
    if (!gone.isEmpty()) {
      jdbc.batchUpdate(
          "delete from %s where company = ? and %s = ? and line = ?"
              .formatted(table.table(), table.parent()),
          gone);
    }
    for (int from = 0; from < written.size(); from += MANY) {
      List<Object[]> some = written.subList(from, Math.min(written.size(), from + MANY));
      jdbc.update(upsert(some.size()), some.stream().flatMap(Stream::of).toArray());
    }
  }

  private String upsert(int rows) {
    String marks = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    List<String> key = List.of("company", table.parent(), "line");
    String sets =
        columns.stream()
            .filter(column -> !key.contains(column))
            .map(column -> column + " = excluded." + column)
            .collect(Collectors.joining(", "));
    return "insert into %s(%s) values %s on conflict (company, %s, line) do update set %s"
        .formatted(
            table.table(),
            String.join(", ", columns),
            String.join(", ", Collections.nCopies(rows, marks)),
            table.parent(),
            sets);
  }

  /** The lines by the number of their document, each list in the order of its lines. */
  Map<String, List<Object>> read(String company, Map<String, Currency> currencies) {
    Map<String, List<Object>> found = new HashMap<>();
    jdbc.query(
        "select * from %s where company = ? and %s = any(%s) order by %s, line"
            .formatted(table.table(), table.parent(), mark, table.parent()),
        row -> {
          String number = row.getString(table.parent());
          found
              .computeIfAbsent(number, n -> new ArrayList<>())
              .add(mapping.made(mapping.read(row, currencies.get(number))));
        },
        company,
        currencies.keySet().toArray(String[]::new));
    return found;
  }
}
