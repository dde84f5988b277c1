package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** The rows of the outbox that lie behind a frontier, which bronze therefore must hold. */
public final class Covered {

  private static final String IS_COVERED =
      """
      (pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
        or (pg_visible_in_snapshot(o.tx, coalesce(nullif(?, ''), '1:1:')::pg_snapshot)
          and (o.tx, o.position) <= (?::xid8, ?)))
      """;

  private static final String WHERE = " from outbox.event o where " + IS_COVERED;

  private static final int FETCHED_AT_ONCE = 10_000;

  private final Database database;

  public Covered(Database database) {
    this.database = database;
  }

  /** How many rows lie behind a frontier but not behind an earlier one. */
  public long count(Frontier from, Frontier upTo) throws IOException, SQLException {
    String sql = "select count(*)" + WHERE + " and o.tx >= ?::xid8 and not " + IS_COVERED;
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, 1, upTo);
      statement.setString(5, Long.toString(Snapshot.parse(from.done()).xmin()));
      bind(statement, 6, from);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** The positions of the rows behind a frontier that are not there, in their order. */
  public List<Long> missing(Frontier upTo, LongPredicate isThere) throws IOException, SQLException {
    List<Long> positions = new ArrayList<>();
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false); // or all rows would be fetched at once
      try (PreparedStatement statement =
          connection.prepareStatement("select o.position" + WHERE + " order by o.position")) {
        bind(statement, 1, upTo);
        statement.setFetchSize(FETCHED_AT_ONCE);
        try (ResultSet result = statement.executeQuery()) {
          while (result.next()) {
            if (!isThere.test(result.getLong(1))) {
              positions.add(result.getLong(1));
            }
          }
        }
      }
      connection.rollback();
    }
    return positions;
  }

  /** The rows at these positions; their place in the order of reading is not told. */
  public List<OutboxRow> at(List<Long> positions) throws IOException, SQLException {
    List<OutboxRow> rows = new ArrayList<>();
    try (Connection connection = database.connect();
        PreparedStatement statement =
            connection.prepareStatement(
                "select "
                    + OutboxReading.COLUMNS
                    + " from outbox.event o where o.position = any (?) order by o.position")) {
      statement.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(
              new OutboxRow(
                  Frontier.atTheBeginning(),
                  Long.parseLong(result.getString(1)),
                  result.getLong(2),
                  OutboxReading.event(result)));
        }
      }
    }
    return rows;
  }

  private static void bind(PreparedStatement statement, int first, Frontier frontier)
      throws SQLException {
    statement.setString(first, frontier.done());
    statement.setString(first + 1, frontier.target());
    statement.setString(first + 2, Long.toString(frontier.tx()));
    statement.setLong(first + 3, frontier.position());
  }
}
