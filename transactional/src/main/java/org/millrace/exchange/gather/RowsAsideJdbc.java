package org.millrace.exchange.gather;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.millrace.exchange.file.Row;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Kept in a temporary table on a connection of its own, so that memory stays flat and a trial
 * leaves nothing. Writing there is committed at once: a transaction that stays open would hold up
 * all events that are recorded after it.
 */
final class RowsAsideJdbc implements RowsAside {
  private static final int SLICE = 500;
  private static final String TOGETHER =
      """
      select line, cells from pg_temp.aside
      order by min(line) over (partition by number), line
      """;

  private final DataSource database;
  private final List<Numbered> waiting = new ArrayList<>();
  private @Nullable Connection connection;

  private record Numbered(String number, Row row) {}

  RowsAsideJdbc(DataSource database) {
    this.database = database;
  }

  @Override
  public void add(String number, Row row) {
    waiting.add(new Numbered(number, row));
    if (waiting.size() >= SLICE) {
      flush();
    }
  }

  private Connection opened() throws SQLException {
    Connection fresh = database.getConnection();
    connection = fresh;
    fresh.setAutoCommit(true);
    try (Statement create = fresh.createStatement()) {
      // a table of this session alone, past the rule that only commands write
      create.execute("set default_transaction_read_only = off");
      create.execute("create temp table aside(number text, line bigint, cells text[])");
    }
    return fresh;
  }

  private Connection flush() {
    try {
      Connection open = connection == null ? opened() : connection;
      try (PreparedStatement insert =
          open.prepareStatement("insert into pg_temp.aside values (?, ?, ?)")) {
        for (Numbered each : waiting) {
          insert.setString(1, storable(each.number()));
          insert.setLong(2, each.row().line());
          Object[] cells = each.row().cells().stream().map(RowsAsideJdbc::storable).toArray();
          insert.setArray(3, open.createArrayOf("text", cells));
          insert.addBatch();
        }
        insert.executeBatch();
      }
      waiting.clear();
      return open;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Putting rows aside", e);
    }
  }

  /** PostgreSQL keeps no zero characters. */
  private static String storable(String text) {
    return text.replace('\u0000', ' ');
  }

  @Override
  public void each(Consumer<Row> taker) {
    if (connection == null && waiting.isEmpty()) {
      return;
    }
    Connection open = flush();
    try (Statement select = open.createStatement()) {
      open.setAutoCommit(false); // the driver fetches in slices only within a transaction
      select.setFetchSize(SLICE);
      try (ResultSet rows = select.executeQuery(TOGETHER)) {
        while (rows.next()) {
          String[] cells = (String[]) rows.getArray("cells").getArray();
          taker.accept(new Row(rows.getLong("line"), Arrays.asList(cells)));
        }
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Taking rows up again", e);
    }
  }

  @Override
  public void close() {
    if (connection == null) {
      return;
    }
    try (Connection closing = connection;
        Statement drop = closing.createStatement()) {
      if (!closing.getAutoCommit()) {
        closing.rollback();
        closing.setAutoCommit(true);
      }
      drop.execute("drop table pg_temp.aside");
      drop.execute("reset default_transaction_read_only");
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("Forgetting the rows put aside", e);
    }
  }
}
