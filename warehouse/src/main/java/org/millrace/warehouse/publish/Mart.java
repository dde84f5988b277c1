package org.millrace.warehouse.publish;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.millrace.warehouse.catalog.Table;

/** One connection to the database of the marts, opened again when it was lost. */
public final class Mart implements AutoCloseable {
  private static final String PUBLICATION =
      """
      CREATE TABLE IF NOT EXISTS mart.publication (
        table_name text PRIMARY KEY,
        delta_version bigint NOT NULL,
        table_id text NOT NULL,
        complete_to timestamptz,
        published_at timestamptz,
        row_count bigint NOT NULL,
        status text NOT NULL,
        reason text NOT NULL)
      """;

  private final String url;
  private final Properties login = new Properties();
  private Optional<Connection> open = Optional.empty();

  public Mart(String url, String user, String password) {
    this.url = url;
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("ApplicationName", "millrace-warehouse");
    login.setProperty("options", "-c lock_timeout=10s -c timezone=UTC");
  }

  /** A second connection to the same place. */
  public Mart(Mart other) {
    this.url = other.url;
    this.login.putAll(other.login);
  }

  /** What mart.publication says of a table. */
  record Stamp(long version, String tableId, long rows) {}

  Connection connection() throws SQLException {
    if (open.isPresent() && open.get().isValid(5)) {
      return open.get();
    }
    close();
    Connection fresh = DriverManager.getConnection(url, login);
    fresh.setAutoCommit(false);
    open = Optional.of(fresh);
    return fresh;
  }

  /** Everything recorded before this moment was in bronze when it was asked. */
  public Optional<Instant> bronzeCompleteTo() throws SQLException {
    Connection connection = connection();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT least(complete_to, clock_timestamp()) FROM outbox.progress"
                    + " WHERE consumer = 'bronze'")) {
      return found.next() ? Optional.of(found.getTimestamp(1).toInstant()) : Optional.empty();
    } finally {
      connection.rollback();
    }
  }

  /** What bronze lacks of the outbox, by domain, as ingestion found it last. */
  public Map<String, Long> missingInBronze() throws SQLException {
    Connection connection = connection();
    Map<String, Long> missing = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT domain, missing FROM outbox.reconciliation WHERE missing > 0")) {
      while (found.next()) {
        missing.put(found.getString(1), found.getLong(2));
      }
      return missing;
    } finally {
      connection.rollback();
    }
  }

  /** Up to which time each published table is complete, by its name; without those never so. */
  public Map<String, Instant> completeTimes() throws SQLException {
    Connection connection = connection();
    Map<String, Instant> times = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT table_name, complete_to FROM mart.publication"
                    + " WHERE complete_to IS NOT NULL")) {
      while (found.next()) {
        times.put(found.getString(1), found.getTimestamp(2).toInstant());
      }
      return times;
    } finally {
      connection.rollback();
    }
  }

  /** The time of the newest row of the outbox that is recorded; for a refresh on demand. */
  public Instant now() throws SQLException {
    Connection connection = connection();
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT clock_timestamp()")) {
      found.next();
      return found.getTimestamp(1).toInstant();
    } finally {
      connection.rollback();
    }
  }

  /** Makes the tables that are missing and gives the others the columns of their table.yaml. */
  public void prepare(List<Table> tables) throws SQLException {
    Connection connection = connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('mart.publication'))");
      statement.execute(PUBLICATION);
      AnalysisStamps.prepare(statement);
      statement.execute(
          "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'reader') THEN"
              + " GRANT USAGE ON SCHEMA mart TO reader;"
              + " GRANT SELECT ON mart.publication TO reader; END IF; END $$");
      for (Table table : tables) {
        new MartColumns(table).prepare(statement);
        statement.execute(
            "INSERT INTO mart.publication VALUES ('"
                + table.name().table()
                + "', -1, '', NULL, NULL, 0, 'waiting', '') ON CONFLICT DO NOTHING");
      }
      connection.commit();
    } catch (SQLException failed) {
      connection.rollback();
      throw failed;
    }
  }

  Stamp stamp(Table table) throws SQLException {
    try (var statement =
        connection()
            .prepareStatement(
                "SELECT delta_version, table_id, row_count FROM mart.publication"
                    + " WHERE table_name = ?")) {
      statement.setString(1, table.name().table());
      try (ResultSet found = statement.executeQuery()) {
        return found.next()
            ? new Stamp(found.getLong(1), found.getString(2), found.getLong(3))
            : new Stamp(-1, "", 0);
      }
    }
  }

  void stamp(Table table, Stamp stamp, Instant at) throws SQLException {
    try (var statement =
        connection()
            .prepareStatement(
                "UPDATE mart.publication SET delta_version = ?, table_id = ?, row_count = ?,"
                    + " published_at = ?, status = 'published', reason = ''"
                    + " WHERE table_name = ?")) {
      statement.setLong(1, stamp.version());
      statement.setString(2, stamp.tableId());
      statement.setLong(3, stamp.rows());
      statement.setTimestamp(4, Timestamp.from(at));
      statement.setString(5, table.name().table());
      statement.executeUpdate();
    }
  }

  void stopped(Table table, String reason) throws SQLException {
    try (var statement =
        connection()
            .prepareStatement(
                "UPDATE mart.publication SET status = 'stopped', reason = ?"
                    + " WHERE table_name = ?")) {
      statement.setString(1, reason);
      statement.setString(2, table.name().table());
      statement.executeUpdate();
    }
  }

  /** Says of published tables, by name, what is held back; an empty reason takes it off again. */
  void heldBack(Map<String, String> reasons) throws SQLException {
    try (var statement =
        connection()
            .prepareStatement(
                "UPDATE mart.publication p SET reason = h.reason"
                    + " FROM unnest(?::text[], ?::text[]) AS h(table_name, reason)"
                    + " WHERE p.table_name = h.table_name AND p.status = 'published'"
                    + " AND p.reason <> h.reason")) {
      List<String> names = List.copyOf(reasons.keySet());
      statement.setArray(1, connection().createArrayOf("text", names.toArray()));
      statement.setArray(
          2, connection().createArrayOf("text", names.stream().map(reasons::get).toArray()));
      statement.executeUpdate();
    }
  }

  void completeTo(List<Table> tables, Instant moment) throws SQLException {
    try (var statement =
        connection()
            .prepareStatement(
                "UPDATE mart.publication SET complete_to = ?"
                    + " WHERE table_name = ANY (?) AND status = 'published'"
                    + " AND complete_to IS DISTINCT FROM ?")) {
      String[] names = tables.stream().map(t -> t.name().table()).toArray(String[]::new);
      statement.setTimestamp(1, Timestamp.from(moment));
      statement.setArray(2, connection().createArrayOf("text", names));
      statement.setTimestamp(3, Timestamp.from(moment));
      statement.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    if (open.isPresent()) {
      open.get().close();
      open = Optional.empty();
    }
  }
}
