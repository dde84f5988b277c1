package org.millrace.ingestion.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Up to which moment every recorded event is visible to a snapshot taken after the look.
 *
 * <p>A transaction that has written to the outbox holds a row-exclusive lock on it until it ends,
 * and all its events were recorded after it took the lock. So the moment is the look itself when
 * nobody holds such a lock, else the last look before the oldest holder was first seen. The first
 * look ever knows nothing about its holders and promises nothing while they last. This needs no
 * privilege and does not mind long transactions elsewhere in the database. It relies on {@code
 * recorded_at} being the database's clock at the insert.
 *
 * <p>A moment that was promised cannot be taken back from the stream. So a clock that was set back
 * ends the reading, and the job, started again, begins with the clock as it is now.
 */
final class Completeness {

  private static final String LOOK =
      """
      select (extract(epoch from statement_timestamp()) * 1000000)::bigint,
        array(select l.virtualtransaction from pg_locks l
          where l.locktype = 'relation' and l.mode = 'RowExclusiveLock'
            and l.relation = 'outbox.event'::regclass
            and l.database = (select oid from pg_database where datname = current_database()))
      """;

  private static final long CLOCK_SET_BACK_MICROS = 1_000_000;

  private final Connection connection;
  private final Map<String, Long> safeBefore = new HashMap<>();
  private long lastLookMicros = Long.MIN_VALUE;

  Completeness(Connection connection) {
    this.connection = connection;
  }

  Optional<Long> look() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(LOOK);
        ResultSet result = statement.executeQuery()) {
      result.next();
      return after(result.getLong(1), (String[]) result.getArray(2).getArray());
    }
  }

  Optional<Long> after(long nowMicros, String... holders) {
    long back = lastLookMicros == Long.MIN_VALUE ? 0 : lastLookMicros - nowMicros;
    if (back > CLOCK_SET_BACK_MICROS) {
      throw new IllegalStateException(
          "The clock of the database went back by %.1f s; reading starts again with it"
              .formatted(back / 1e6));
    }
    Map<String, Long> still = new HashMap<>();
    for (String holder : holders) {
      still.put(holder, safeBefore.getOrDefault(holder, lastLookMicros));
    }
    safeBefore.clear();
    safeBefore.putAll(still);
    lastLookMicros = nowMicros;
    long safe = still.values().stream().mapToLong(Long::longValue).min().orElse(nowMicros);
    return safe == Long.MIN_VALUE ? Optional.empty() : Optional.of(safe);
  }
}
