package org.millrace.ingestion.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells the readers of bronze how far it is complete, in {@code outbox.progress}. One connection is
 * kept and replaced after an error.
 */
public final class Progress implements AutoCloseable {

  private static final String WRITE =
      """
      insert into outbox.progress as p (consumer, complete_to, position, epoch, updated_at)
      values ('bronze', least(to_timestamp(?::numeric / 1000), clock_timestamp()), ?, ?,
        clock_timestamp())
      on conflict (consumer) do update set complete_to = excluded.complete_to,
        position = greatest(p.position, excluded.position), epoch = excluded.epoch,
        updated_at = excluded.updated_at
      returning extract(epoch from clock_timestamp() - complete_to)::float8
      """;

  private final Database database;
  private Optional<Connection> connection = Optional.empty();

  public Progress(Database database) {
    this.database = database;
  }

  /**
   * Everything recorded before that moment is in bronze; a moment yet to come is told as now.
   *
   * @return how far the moment lies behind the database's clock, in seconds
   */
  public double write(long completeToMillis, long position, String epoch) throws IOException {
    try {
      if (connection.isEmpty()) {
        connection = Optional.of(database.connect());
      }
      try (PreparedStatement statement = connection.get().prepareStatement(WRITE)) {
        statement.setLong(1, completeToMillis);
        statement.setLong(2, position);
        statement.setString(3, epoch);
        try (ResultSet result = statement.executeQuery()) {
          result.next();
          return result.getDouble(1);
        }
      }
    } catch (SQLException problem) {
      close();
      throw new IOException("The progress of bronze cannot be written to outbox.progress", problem);
    }
  }

  @Override
  public void close() throws IOException {
    Optional<Connection> last = connection;
    connection = Optional.empty();
    if (last.isPresent()) {
      try {
        last.get().close();
      } catch (SQLException problem) {
        throw new IOException("The connection for outbox.progress did not close", problem);
      }
    }
  }
}
