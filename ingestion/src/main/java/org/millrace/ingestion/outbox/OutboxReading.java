package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.envelope.Kind;
import org.millrace.ingestion.envelope.Subject;
import org.millrace.ingestion.envelope.Times;
import org.millrace.ingestion.envelope.Trace;

/**
 * Reads the outbox step by step from a frontier on.
 *
 * <p>A step takes a snapshot of the database and reads the rows it shows and the last one did not.
 * A row that commits late, behind rows with higher numbers, is in a later snapshot's difference, so
 * it cannot be skipped; and a long transaction holds back its own rows only. An event id that was
 * already read is left out, should the outbox ever lose its unique index.
 */
final class OutboxReading implements AutoCloseable {

  /** What {@link #event} reads, beside the row's place in the first two columns. */
  static final String COLUMNS =
      """
      o.tx::text as tx_text, o.position, o.event_id::text, o.type, o.schema_version,
        o.domain, o.aggregate_id, o.aggregate_version, o.company,
        (extract(epoch from o.occurred_at) * 1000000)::bigint,
        (extract(epoch from o.recorded_at) * 1000000)::bigint,
        o.actor, o.correlation_id, coalesce(o.causation_id, ''), o.payload
      """;

  private static final String ROWS =
      "select "
          + COLUMNS
          + """
      from outbox.event o
      where o.tx >= ?::xid8 and o.tx < ?::xid8 and (o.tx, o.position) > (?::xid8, ?)
        and not pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
        and pg_visible_in_snapshot(o.tx, ?::pg_snapshot)
        and not exists (select from outbox.event d
          where d.event_id = o.event_id and d.position <> o.position
            and (pg_visible_in_snapshot(d.tx, ?::pg_snapshot)
              or (pg_visible_in_snapshot(d.tx, ?::pg_snapshot)
                and (d.tx, d.position) < (o.tx, o.position))))
      order by o.tx, o.position
      limit ?
      """;

  private final Connection connection;
  private final int batchRows;
  private final Completeness completeness;
  private Optional<Long> completeToMicros = Optional.empty();

  OutboxReading(Database database, int batchRows) throws IOException, SQLException {
    this.connection = database.connect();
    this.batchRows = batchRows;
    this.completeness = new Completeness(connection);
  }

  /** What one step found; {@code full} when more is waiting to be read at once. */
  record Step(
      List<OutboxRow> rows, Frontier reached, Optional<Long> completeToMicros, boolean full) {
    Step {
      rows = List.copyOf(rows);
    }
  }

  Step next(Frontier from) throws SQLException {
    Frontier aim = from;
    if (!from.isHalfWay()) {
      completeToMicros = completeness.look();
      String snapshot = snapshot();
      if (snapshot.equals(from.done())) {
        return new Step(List.of(), from, completeToMicros, false);
      }
      aim = from.aimedAt(snapshot);
    }
    List<OutboxRow> rows = rows(aim);
    Frontier last = rows.isEmpty() ? aim : rows.get(rows.size() - 1).reached();
    if (rows.size() == batchRows) {
      return new Step(rows, last, Optional.empty(), true);
    }
    return new Step(rows, last.targetReached(), completeToMicros, false);
  }

  private String snapshot() throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("select pg_current_snapshot()::text");
        ResultSet result = statement.executeQuery()) {
      result.next();
      return result.getString(1);
    }
  }

  private List<OutboxRow> rows(Frontier aim) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ROWS)) {
      statement.setString(1, Long.toString(Snapshot.parse(aim.done()).xmin()));
      statement.setString(2, Long.toString(Snapshot.parse(aim.target()).xmax()));
      statement.setString(3, Long.toString(aim.tx()));
      statement.setLong(4, aim.position());
      statement.setString(5, aim.done());
      statement.setString(6, aim.target());
      statement.setString(7, aim.done());
      statement.setString(8, aim.target());
      statement.setInt(9, batchRows);
      List<OutboxRow> rows = new ArrayList<>();
      Frontier reached = aim;
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          long tx = Long.parseLong(result.getString(1));
          long position = result.getLong(2);
          reached = reached.after(tx, position);
          rows.add(new OutboxRow(reached, tx, position, event(result)));
        }
      }
      return rows;
    }
  }

  static Event event(ResultSet row) throws SQLException {
    return new Event(
        row.getString(3),
        new Kind(row.getString(4), row.getInt(5), row.getString(6)),
        new Subject(row.getString(7), row.getLong(8), row.getString(9)),
        new Times(row.getLong(10), row.getLong(11)),
        new Trace(row.getString(12), row.getString(13), row.getString(14)),
        row.getString(15));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
