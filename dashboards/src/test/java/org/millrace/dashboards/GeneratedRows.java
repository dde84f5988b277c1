package org.millrace.dashboards;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Form;
import org.millrace.warehouse.catalog.Table;

/** Rows of a table by its description alone: every word, a year of months, plain numbers. */
final class GeneratedRows {
  private static final int ROWS = 24;

  private GeneratedRows() {}

  static void insert(TestingMart mart, Table table) throws SQLException {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                row ->
                    table.columns().stream()
                        .map(column -> "(" + value(column, row) + ")::" + column.type().mart())
                        .collect(Collectors.joining(", ", "(", ")")))
            .collect(Collectors.joining(", "));
    mart.run(
        "insert into mart.%s (%s) values %s"
            .formatted(table.name().table(), String.join(", ", table.columnNames()), rows));
  }

  private static String value(Column column, int row) {
    if (column.name().equals("company")) {
      return "'MERIDIAN'";
    } else if (column.name().equals("currency")) {
      return "'GBP'";
    }
    List<String> words = List.copyOf(column.words().keySet());
    Form form = column.form();
    return switch (form) {
      case MONTH -> "'2011-08-01'::date - interval '%d months'".formatted(row / 2);
      case DAY -> "'2011-08-31'::date - %d".formatted(row);
      case MOMENT -> "'2011-08-31T12:00:00Z'";
      case YES_NO -> row % 2 == 0 ? "true" : "false";
      case TEXT ->
          words.isEmpty()
              ? "'%s-%d'".formatted(column.name(), row)
              : "'" + words.get(row % words.size()) + "'";
      default -> Integer.toString(row + 1);
    };
  }
}
