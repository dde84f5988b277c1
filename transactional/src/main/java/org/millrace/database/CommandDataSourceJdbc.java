package org.millrace.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out connections that can write only to a transaction that begins. Whoever asks outside of
 * one may read: the server itself refuses each change, so that no act can be half done by being
 * called from where no transaction runs.
 */
final class CommandDataSourceJdbc extends AbstractDataSource implements AutoCloseable {
  private final ThreadLocal<Boolean> isBeginning = ThreadLocal.withInitial(() -> false);
  private final HikariDataSource writing;
  private final HikariDataSource reading;

  CommandDataSourceJdbc(HikariDataSource writing, HikariDataSource reading) {
    this.writing = writing;
    this.reading = reading;
  }

  /** Runs what begins a transaction. */
  void begin(Runnable beginning) {
    isBeginning.set(true);
    try {
      beginning.run();
    } finally {
      isBeginning.set(false);
    }
  }

  @Override
  public Connection getConnection() throws SQLException {
    return (isBeginning.get() ? writing : reading).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("The core has one user of the database");
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
