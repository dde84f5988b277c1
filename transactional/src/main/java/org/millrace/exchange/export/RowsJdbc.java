package org.millrace.exchange.export;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.millrace.database.Transactions;
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

  /** Header and rows; the database hands rows over in slices only within a transaction. */
  void write(String query, CompanyCode company, CsvOut csv) {
    transactions.inOne(
        () -> {
          jdbc.query(
              connection -> {
                var statement = connection.prepareStatement(query);
                statement.setFetchSize(SLICE);
                statement.setString(1, company.value());
                return statement;
              },
              rows -> {
                csv.line(header(rows.getMetaData()));
                while (rows.next()) {
                  csv.line(cells(rows));
                }
                return true;
              });
          return true;
        });
  }

  private static List<String> header(ResultSetMetaData columns) throws SQLException {
    List<String> header = new ArrayList<>(columns.getColumnCount());
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      header.add(columns.getColumnLabel(i));
    }
    return header;
  }

  private static List<Object> cells(ResultSet row) throws SQLException {
    int columns = row.getMetaData().getColumnCount();
    List<Object> cells = new ArrayList<>(columns);
    for (int i = 1; i <= columns; i++) {
      cells.add(row.getObject(i));
    }
    return cells;
  }
}
