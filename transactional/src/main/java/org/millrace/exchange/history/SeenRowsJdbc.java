package org.millrace.exchange.history;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Kept in a temporary table on a connection of its own, so that memory stays flat and a dry run
 * leaves nothing. The latest chunk waits in memory: a file of one chunk never comes here.
 */
final class SeenRowsJdbc implements SeenRows {
  private static final String NOTE =
      """
      insert into pg_temp.seen values (?, ?)
      on conflict (number) do update set hashes = seen.hashes || excluded.hashes
      """;

  private final DataSource database;
  private Connection connection;
  private List<Paper> latest = List.of();

  SeenRowsJdbc(DataSource database) {
    this.database = database;
  }

  @Override
  public Map<String, List<UUID>> before(Collection<String> numbers) {
    try {
      flush();
      Map<String, List<UUID>> before = new HashMap<>();
      if (connection != null) {
        read(numbers, before);
      }
      return before;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Reading the rows seen", e);
    }
  }

  private void read(Collection<String> numbers, Map<String, List<UUID>> before)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from pg_temp.seen where number = any(?)")) {
      select.setArray(1, connection.createArrayOf("text", numbers.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          Array hashes = rows.getArray("hashes");
          before.put(rows.getString("number"), Arrays.asList((UUID[]) hashes.getArray()));
        }
      }
    }
  }

  @Override
  public void note(List<Paper> papers) {
    latest = List.copyOf(papers);
  }

  private void flush() throws SQLException {
    if (latest.isEmpty()) {
      return;
    }
    if (connection == null) {
      connection = database.getConnection();
      connection.setAutoCommit(true);
      try (Statement create = connection.createStatement()) {
        create.execute("create temp table seen(number text primary key, hashes uuid[] not null)");
      }
    }
    try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
      for (Paper paper : latest) {
        Object[] hashes = paper.rows().stream().map(SalesRow::hash).toArray();
        insert.setString(1, paper.number());
        insert.setArray(2, connection.createArrayOf("uuid", hashes));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    latest = List.of();
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection closing = connection;
        Statement drop = closing.createStatement()) {
      drop.execute("drop table pg_temp.seen");
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Forgetting the rows seen", e);
    }
  }
}
