package org.millrace.exchange.file;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a file below the one that names its columns. That is the first row with all columns
 * that are needed, or, when none of the first has them, the very first; unless the form says which.
 */
final class HeadedTable implements Table {
  private static final int ROWS_ABOVE = 50;

  private final FileRows rows;
  private final String name;
  private final long mostRows;
  private final List<String> header;
  private final Deque<Row> waiting = new ArrayDeque<>();
  private long read;

  HeadedTable(FileRows rows, String name, TableForm form) {
    this.rows = rows;
    this.name = name;
    this.mostRows = form.limits().rows();
    this.header = header(form);
    Set<String> names = new HashSet<>();
    List<String> twice =
        header.stream().filter(column -> !names.add(column)).filter(form::uses).distinct().toList();
    if (!twice.isEmpty()) {
      throw new FileUnreadable(
          "%s has the column %s twice, so it cannot be told which one counts. Rename or remove one."
              .formatted(name, String.join(", ", twice)));
    }
  }

  private List<String> header(TableForm form) {
    if (!form.header().names().isEmpty()) {
      return form.header().names();
    }
    return form.header().line().map(this::headerIn).orElseGet(() -> headerFound(form));
  }

  private List<String> headerIn(int line) {
    for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
      if (row.get().line() >= line) {
        return columns(row.get());
      }
    }
    throw new FileUnreadable("%s has no line %d to name its columns.".formatted(name, line));
  }

  private List<String> headerFound(TableForm form) {
    List<Row> above = new ArrayList<>();
    while (above.size() < ROWS_ABOVE) {
      Optional<Row> row = rows.next();
      if (row.isEmpty()) {
        break;
      }
      List<String> columns = columns(row.get());
      if (columns.containsAll(form.needed())) {
        return columns;
      }
      above.add(row.get());
    }
    if (above.isEmpty()) {
      throw new FileUnreadable(name + " is empty: there is not even a header line.");
    }
    waiting.addAll(above.subList(1, above.size()));
    return columns(above.get(0));
  }

  private static List<String> columns(Row row) {
    return row.cells().stream().map(String::strip).toList();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public Optional<Row> next() {
    Optional<Row> row = waiting.isEmpty() ? rows.next() : Optional.of(waiting.remove());
    if (row.isPresent() && ++read > mostRows) {
      throw new FileUnreadable(
          "%s has more than %,d rows. Split it, or raise MILLRACE_IMPORT_ROWS."
              .formatted(name, mostRows));
    }
    return row.map(this::filled);
  }

  private Row filled(Row row) {
    if (!rows.endAtTheLastValue() || row.cells().size() >= header.size()) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    while (cells.size() < header.size()) {
      cells.add("");
    }
    return new Row(row.line(), cells);
  }

  @Override
  public void close() {
    rows.close();
  }
}
