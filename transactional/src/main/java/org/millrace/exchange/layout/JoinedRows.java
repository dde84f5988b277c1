package org.millrace.exchange.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.file.Table;

/** The rows of a joined file by their key, of them the columns alone that a mapping asks for. */
final class JoinedRows {
  /** Characters of all joined rows of an import, which stay in memory while it runs. */
  private static final long MOST_CHARACTERS = 48L << 20;

  private static final int A_ROW = 40;

  private final Map<String, List<String>> rows = new HashMap<>();
  private final List<String> columns;

  private JoinedRows(List<String> columns) {
    this.columns = columns;
  }

  /**
   * Reads a file once.
   *
   * @param columns those that are asked for
   * @throws FileUnreadable when it lacks one, has a key twice or is too large
   */
  static JoinedRows read(Table table, ListMapping.Joined joined, List<String> columns) {
    List<String> header = table.header();
    for (String column : columns) {
      if (!header.contains(column)) {
        throw new FileUnreadable(
            "%s has no column %s. It has %s."
                .formatted(joined.file(), column, String.join(", ", header)));
      }
    }
    JoinedRows read = new JoinedRows(columns);
    int key = header.indexOf(joined.key());
    List<Integer> places = columns.stream().map(header::indexOf).toList();
    long room = MOST_CHARACTERS;
    for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
      List<String> cells = row.get().cells();
      List<String> kept = places.stream().map(place -> MappedRows.cell(cells, place)).toList();
      room -= A_ROW + kept.stream().mapToInt(String::length).sum();
      if (room < 0) {
        throw new FileUnreadable(
            "%s is too large to be looked up: at most %,d characters of the columns that are asked."
                .formatted(joined.file(), MOST_CHARACTERS));
      }
      List<String> before = read.rows.putIfAbsent(MappedRows.cell(cells, key), kept);
      if (before != null && !joined.several()) {
        throw new FileUnreadable(
            "%s has %s '%s' twice, in line %d too: say several: first where any of them will do."
                .formatted(
                    joined.file(), joined.key(), MappedRows.cell(cells, key), row.get().line()));
      }
    }
    return read;
  }

  /** What stands in that column of the row with that key, empty where there is none. */
  String cell(String key, String column) {
    List<String> row = rows.get(key);
    return row == null ? "" : row.get(columns.indexOf(column));
  }
}
