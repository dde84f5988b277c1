package org.millrace.deploy.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.home.TestingPorts;
import org.millrace.deploy.part.Health;
import org.millrace.deploy.part.PartProcess;
import org.millrace.deploy.part.Parts;
import org.millrace.deploy.postgres.PostgresServer;

/** A real PostgreSQL and a real core of the built tree, in a folder of their own. */
final class TestingInstance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Home home;
  private final Ports ports;
  private final PostgresServer postgres;
  private ProcessHandle core;

  TestingInstance(Path folder) {
    home = Home.inFolder(Path.of(".."), folder.resolve("var")).prepared();
    ports = TestingPorts.free();
    new Secrets(home.secrets()).generateMissing();
    postgres = new PostgresServer(home, ports);
    postgres.start();
    core = startedCore();
  }

  private ProcessHandle startedCore() {
    ProcessHandle started = PartProcess.start(home, new Parts(home, ports).named("core"));
    Instant until = Instant.now().plus(PATIENCE);
    while (!Health.of(new Parts(home, ports).named("core")).isUp()) {
      if (!started.isAlive() || Instant.now().isAfter(until)) {
        started.destroyForcibly();
        postgres.stop();
        throw new IllegalStateException("The core is not up. Its log ends:\n" + logEnd());
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return started;
  }

  /** Starts all anew on a database as it was when the core owned its tables. */
  void startAsOnceOwnedByCore() throws SQLException {
    core.destroy();
    core.onExit().join();
    try (Connection connection = postgres.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement()) {
      statement.execute("reassign owned by core_owner to core");
    }
    postgres.stop();
    postgres.start();
    core = startedCore();
  }

  /** Kills the core and starts it again. */
  void killCore() {
    core.destroyForcibly();
    core.onExit().join();
    core = startedCore();
  }

  /** Kills PostgreSQL and starts it again, under a core that goes on. */
  void killPostgres() {
    postgres.kill();
    postgres.start();
  }

  String coreUrl() {
    return ports.coreUrl();
  }

  Path secrets() {
    return home.secrets();
  }

  /** The one value that a query answers. */
  String value(String query) {
    String password = new Secrets(home.secrets()).read("core.password");
    try (Connection connection = DriverManager.getConnection(ports.jdbcUrl(), "core", password);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  @Override
  public void close() {
    core.destroy();
    core.onExit().join();
    postgres.stop();
  }

  /** The folder of the test is gone when its failure is read. */
  private String logEnd() {
    try {
      List<String> lines = Files.readAllLines(home.log("core"));
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }
}
