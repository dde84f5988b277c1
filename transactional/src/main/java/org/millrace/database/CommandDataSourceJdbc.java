package org.millrace.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Hands out connections that can write only to a transaction that begins. Whoever asks outside of
 * one may read: the server itself refuses each change, so that no act can be half done by being
 * called from where no transaction runs. Connections of the owner of the tables there are until the
 * core has started.
 */
final class CommandDataSourceJdbc extends AbstractDataSource implements AutoCloseable {
  private final ThreadLocal<Boolean> isBeginning = ThreadLocal.withInitial(() -> false);
  private final ThreadLocal<Boolean> isOwner = ThreadLocal.withInitial(() -> false);
  private final HikariDataSource owning;
  private final HikariDataSource writing;
  private final HikariDataSource reading;

  CommandDataSourceJdbc(
      HikariDataSource owning, HikariDataSource writing, HikariDataSource reading) {
    this.owning = owning;
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

  /** Runs what begins a transaction of the owner. */
  <T> T asOwner(Supplier<T> work) {
    isOwner.set(true);
    try {
      return work.get();
    } finally {
      isOwner.set(false);
    }
  }

  /** From now on nothing is done as owner. */
  void forgetOwner() {
    owning.close();
  }

  @Override
  public Connection getConnection() throws SQLException {
    if (!isBeginning.get()) {
      return reading.getConnection();
    }
    return (isOwner.get() ? owning : writing).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLException("The core chooses its users of the database itself");
  }

  @Override
  public void close() {
    owning.close();
    reading.close();
    writing.close();
  }
}
