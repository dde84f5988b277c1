package org.millrace.dashboards.cockpit.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.millrace.dashboards.cockpit.figure.Cells;
import org.millrace.dashboards.query.Query;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Streams all rows of a query, a few at a time, so that an export of any length needs little
 * memory.
 */
final class CsvRows {
  private final JdbcTemplate mart;
  private final int fetch;

  CsvRows(JdbcTemplate mart, int fetch) {
    this.mart = mart;
    this.fetch = fetch;
  }

  void write(Query query, Writer out) {
    write(query, Integer.MAX_VALUE, out);
  }

  /** The first columns of each row. */
  void write(Query query, int columns, Writer out) {
    mart.execute((ConnectionCallback<Long>) connection -> write(connection, query, columns, out));
  }

  // The driver fetches in steps only inside a transaction.
  private Long write(Connection connection, Query query, int most, Writer out) throws SQLException {
    connection.setAutoCommit(false);
    try (PreparedStatement statement = connection.prepareStatement(query.sql())) {
      statement.setFetchSize(fetch);
      int at = 1;
      for (Object value : query.values()) {
        statement.setObject(at++, value);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return write(rows, most, out);
      }
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static long write(ResultSet rows, int most, Writer out) throws SQLException {
    long count = 0;
    int columns = Math.min(most, rows.getMetaData().getColumnCount());
    while (rows.next()) {
      List<Object> values = new ArrayList<>(columns);
      for (int i = 1; i <= columns; i++) {
        values.add(Cells.of(rows, i));
      }
      try {
        Csv.line(out, values);
      } catch (IOException gone) {
        throw new UncheckedIOException("The reader of the export went away", gone);
      }
      count++;
    }
    return count;
  }
}
