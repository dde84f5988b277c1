package org.millrace.exchange.list;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.layout.MappedRows;

/** How the rows of a file become rows of a list: as they are, or by a mapping. */
interface ListShape {
  /** The row if it counts, with what it leaves to the rows above it. */
  Optional<Row> kept(Row row);

  /** What one column of the list has in that row, as far as it can be told of any. */
  String text(Row row, String column);

  /**
   * The cells of the list that the row fills, of one of its rows or of several.
   *
   * @throws org.millrace.shared.Refused naming the column of the file that does not fit
   */
  List<Map<String, String>> cells(Row row);

  /** The column of the file that a column of the list is read from, where that is one. */
  Optional<String> source(String column);

  /** The columns of the file are those of the list. */
  static ListShape of(List<String> header) {
    return new ListShape() {
      @Override
      public Optional<Row> kept(Row row) {
        return Optional.of(row);
      }

      @Override
      public String text(Row row, String column) {
        int place = header.indexOf(column);
        return place >= 0 && place < row.cells().size() ? row.cells().get(place) : "";
      }

      @Override
      public List<Map<String, String>> cells(Row row) {
        return List.of(byColumn(header, row));
      }

      @Override
      public Optional<String> source(String column) {
        return Optional.of(column);
      }
    };
  }

  /** The columns of the list are what a mapping makes of those of the file. */
  static ListShape of(MappedRows rows) {
    return new ListShape() {
      @Override
      public Optional<Row> kept(Row row) {
        return rows.kept(row);
      }

      @Override
      public String text(Row row, String column) {
        return rows.text(row, column);
      }

      @Override
      public List<Map<String, String>> cells(Row row) {
        return rows.cells(row);
      }

      @Override
      public Optional<String> source(String column) {
        return rows.source(column);
      }
    };
  }

  /** The cells of a row by the columns of its file. */
  static Map<String, String> byColumn(List<String> header, Row row) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(header.size(), row.cells().size()); i++) {
      cells.put(header.get(i), row.cells().get(i));
    }
    return cells;
  }
}
