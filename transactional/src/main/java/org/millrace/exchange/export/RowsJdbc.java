package org.millrace.exchange.export;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.millrace.database.Transactions;
import org.millrace.document.row.BoundSql;
import org.millrace.shared.CompanyCode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes what a query finds, a slice at a time: memory stays flat however long the list. */
@Component
class RowsJdbc {
  private static final int SLICE = 2_000;

  private final JdbcTemplate jdbc;
  private final Transactions transactions;

  RowsJdbc(JdbcTemplate jdbc, Transactions transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Header and rows without the hidden columns; the database hands rows over in slices only within
   * a transaction. The company is bound before the values of the query.
   */
  void write(BoundSql query, CompanyCode company, Set<String> hidden, RowsOut file) {
    transactions.inOne(
        () -> {
          jdbc.query(
              connection -> {
                var statement = connection.prepareStatement(query.sql());
                statement.setFetchSize(SLICE);
                statement.setString(1, company.value());
                for (int i = 0; i < query.bound().size(); i++) {
                  statement.setObject(i + 2, query.bound().get(i));
                }
                return statement;
              },
              rows -> {
                List<Integer> shown = shown(rows.getMetaData(), hidden);
                file.line(header(rows.getMetaData(), shown));
                while (rows.next()) {
                  file.line(cells(rows, shown));
                }
                return true;
              });
          return true;
        });
  }

  private static List<Integer> shown(ResultSetMetaData columns, Set<String> hidden)
      throws SQLException {
    List<Integer> shown = new ArrayList<>(columns.getColumnCount());
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      if (!hidden.contains(columns.getColumnLabel(i))) {
        shown.add(i);
      }
    }
    return shown;
  }

  private static List<String> header(ResultSetMetaData columns, List<Integer> shown)
      throws SQLException {
    List<String> header = new ArrayList<>(shown.size());
    for (int i : shown) {
      header.add(columns.getColumnLabel(i));
    }
    return header;
  }

  private static List<Object> cells(ResultSet row, List<Integer> shown) throws SQLException {
    List<Object> cells = new ArrayList<>(shown.size());
    for (int i : shown) {
      Object cell = row.getObject(i);
      cells.add(cell instanceof Date day ? day.toLocalDate() : cell);
    }
    return cells;
  }
}
