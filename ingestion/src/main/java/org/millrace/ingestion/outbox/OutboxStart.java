package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Checks at a start that the outbox continues what bronze holds. */
final class OutboxStart {

  private static final String LOOK =
      """
      select (select system_identifier from pg_control_system())::text,
        pg_snapshot_xmax(pg_current_snapshot())::text, count(o.position)
      from (select position from outbox.event limit 1) o
      """;

  private OutboxStart() {}

  /** Bronze is new; what an older one had reached must not be believed of it. */
  private static void forgetProgress(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update outbox.progress set complete_to = 'epoch', position = 0, updated_at ="
                + " clock_timestamp() where consumer = 'bronze'")) {
      statement.executeUpdate();
    }
  }

  static OutboxSplit split(Database database, StartingOffsets offsets)
      throws IOException, SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(LOOK);
        ResultSet result = statement.executeQuery()) {
      result.next();
      String epoch = result.getString(1);
      long nextTx = Long.parseLong(result.getString(2));
      Frontier from = offsets.takeOver(epoch);
      long readTo = Snapshot.parse(from.done()).xmax();
      if (readTo > nextTx) {
        throw new IllegalStateException(
            "Bronze was filled up to transaction "
                + readTo
                + " but the database is only at "
                + nextTx
                + ": it was reset to an older state. Restore the lake of that time, or"
                + " point MILLRACE_LAKE to a new folder to fill bronze again from the outbox.");
      }
      if (from.isAtTheBeginning()) {
        forgetProgress(connection);
      }
      return new OutboxSplit(from);
    }
  }
}
