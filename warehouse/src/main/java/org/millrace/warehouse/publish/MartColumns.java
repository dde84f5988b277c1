package org.millrace.warehouse.publish;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.Table;

/**
 * Brings the columns of one mart table to those of its table.yaml while it stays readable: a new
 * one is there at once, and its values come with the next publication, which is of the whole table.
 */
final class MartColumns {
  private final Table table;
  private final MartTable sql;

  MartColumns(Table table) {
    this.table = table;
    this.sql = new MartTable(table);
  }

  void prepare(Statement statement) throws SQLException {
    Map<String, String> there = there(statement);
    Map<String, String> wanted =
        table.columns().stream().collect(Collectors.toMap(Column::name, c -> c.type().mart()));
    if (there.isEmpty()) {
      statement.execute(sql.create(sql.relation()));
      for (String each : sql.finish(sql.relation())) {
        statement.execute(each);
      }
      statement.execute("DELETE FROM mart.publication WHERE table_name = '" + sql.name() + "'");
    } else if (!there.equals(wanted)) {
      change(statement, there);
    }
    if (!there.isEmpty() && isDescribedOtherwise(statement)) {
      for (String each : sql.comments(sql.relation())) {
        statement.execute(each);
      }
    }
  }

  /** True where table.yaml calls the table or a column otherwise than their comments do. */
  private boolean isDescribedOtherwise(Statement statement) throws SQLException {
    String question =
        "SELECT coalesce(attname, ''), description FROM pg_description"
            + " LEFT JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid AND attnum > 0"
            + " WHERE classoid = 'pg_class'::regclass AND objoid = to_regclass('"
            + sql.relation()
            + "')";
    Map<String, String> described = new HashMap<>();
    try (ResultSet found = statement.executeQuery(question)) {
      while (found.next()) {
        described.put(found.getString(1), found.getString(2));
      }
    }
    return !table.comment().equals(described.get(""))
        || table.columns().stream()
            .anyMatch(column -> !column.comment().equals(described.get(column.name())));
  }

  /** What else changed than new columns is left to the swap, where a view does not forbid it. */
  private void change(Statement statement, Map<String, String> there) throws SQLException {
    if (sql.isReadByViews(statement)) {
      for (Map.Entry<String, String> column : Map.copyOf(there).entrySet()) {
        if (!isWanted(column)) {
          statement.execute(sql.dropColumn(column.getKey()));
          there.remove(column.getKey());
        }
      }
    }
    for (Column column : table.columns()) {
      if (!there.containsKey(column.name())) {
        for (String each : sql.addColumn(column)) {
          statement.execute(each);
        }
      }
    }
    statement.execute(
        "UPDATE mart.publication SET table_id = '' WHERE table_name = '" + sql.name() + "'");
  }

  private boolean isWanted(Map.Entry<String, String> there) {
    return table
        .column(there.getKey())
        .filter(column -> column.type().mart().equals(there.getValue()))
        .isPresent();
  }

  private Map<String, String> there(Statement statement) throws SQLException {
    String question =
        "SELECT attname, replace(format_type(atttypid, atttypmod),"
            + " 'timestamp with time zone', 'timestamptz')"
            + " FROM pg_attribute WHERE attrelid = to_regclass('"
            + sql.relation()
            + "') AND attnum > 0 AND NOT attisdropped ORDER BY attnum";
    Map<String, String> columns = new LinkedHashMap<>();
    try (ResultSet found = statement.executeQuery(question)) {
      while (found.next()) {
        columns.put(found.getString(1), found.getString(2));
      }
    }
    return columns;
  }
}
