package org.millrace.deploy.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;

/**
 * The database server of one instance. Its data survive {@link #stop}; what a client was told is
 * committed survives a crash, for {@code fsync} and {@code synchronous_commit} are on.
 */
public final class PostgresServer {

  /** Waits for an answer however long it takes. */
  public static final Duration UNLIMITED = Duration.ZERO;

  private static final Duration START_PATIENCE = Duration.ofSeconds(60);

  private final Home home;
  private final Ports ports;
  private final Secrets secrets;

  public PostgresServer(Home home, Ports ports) {
    this.home = home;
    this.ports = ports;
    this.secrets = new Secrets(home.secrets());
  }

  /** Starts the server, making the cluster, roles and database at the first time. */
  public void start() {
    Path server = PostgresBinaries.unpacked(home);
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise(server);
    }
    configure();
    forgetStranger();
    run(
        Duration.ofSeconds(90),
        server.resolve("bin/pg_ctl").toString(),
        "start",
        "-w",
        "-t",
        Long.toString(START_PATIENCE.toSeconds()),
        "-D",
        data().toString(),
        "-l",
        home.log("postgres").toString());
    try (Connection connection = asSuperuser("postgres")) {
      Databases.create(connection, secrets);
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL started but refused its owner: " + e.getMessage());
    }
    try (Connection connection = asSuperuser("millrace")) {
      Databases.grant(connection);
    } catch (SQLException e) {
      throw new Refusal("Cannot prepare the database millrace: " + e.getMessage());
    }
  }

  /** Ends the server after its running transactions were rolled back; does nothing when down. */
  public void stop() {
    if (process().isPresent()) {
      Path server = PostgresBinaries.unpacked(home);
      run(
          Duration.ofSeconds(60),
          server.resolve("bin/pg_ctl").toString(),
          "stop",
          "-m",
          "fast",
          "-w",
          "-D",
          data().toString());
    }
  }

  /** The postmaster, if it lives. */
  public Optional<ProcessHandle> process() {
    Path file = data().resolve("postmaster.pid");
    try {
      return Files.exists(file)
          ? ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0).strip()))
              .filter(ProcessHandle::isAlive)
              .filter(this::isOurs)
          : Optional.empty();
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty(); // the file vanished or is being written
    }
  }

  // A pid file that a crash or a copy left behind may name a process of somebody else.
  private boolean isOurs(ProcessHandle process) {
    return arguments(process).contains(data().toString());
  }

  private static List<String> arguments(ProcessHandle process) {
    return process.info().arguments().map(List::of).orElse(List.of());
  }

  // PostgreSQL itself takes any living process of that number for a server of these data.
  private void forgetStranger() {
    Path file = data().resolve("postmaster.pid");
    try {
      if (Files.exists(file)) {
        String pid = Files.readAllLines(file).stream().findFirst().orElse("").strip();
        boolean isStranger =
            pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                    .filter(process -> !arguments(process).isEmpty() && !isOurs(process))
                    .isPresent();
        if (isStranger) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /** Ends a server that no longer listens to anybody; its data are recovered at the next start. */
  public void kill() {
    process()
        .ifPresent(
            process -> {
              process.destroyForcibly();
              process.onExit().orTimeout(10, TimeUnit.SECONDS).exceptionally(e -> process).join();
            });
  }

  /** Whether the server says anything, be it that it is full or still recovering. */
  public boolean isHeard() {
    try (Connection connection = asSuperuser("millrace")) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return !String.valueOf(e.getSQLState()).startsWith("08");
    }
  }

  /** Whether the server takes connections now. */
  public boolean answers() {
    try (Connection connection = asSuperuser("millrace")) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  private Connection asSuperuser(String database) throws SQLException {
    return asSuperuser(database, Duration.ofSeconds(20));
  }

  /** A connection of the owner, who may do all; {@code patience} is for each answer. */
  public Connection asSuperuser(String database, Duration patience) throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + ports.postgres() + "/" + database;
    return DriverManager.getConnection(
        url + "?connectTimeout=3&socketTimeout=" + patience.toSeconds(),
        "postgres",
        secrets.read("postgres.password"));
  }

  /** The folder of the cluster. */
  public Path data() {
    return home.postgres().resolve("data");
  }

  private void initialise(Path server) {
    run(
        Duration.ofSeconds(120),
        server.resolve("bin/initdb").toString(),
        "-D",
        data().toString(),
        "-U",
        "postgres",
        "--pwfile=" + secrets.file("postgres.password"),
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--data-checksums");
  }

  private void configure() {
    String settings =
        """
        # Written by Millrace at every start; put your own settings into postgresql.conf.
        listen_addresses = '127.0.0.1'
        port = %d
        unix_socket_directories = ''
        fsync = on
        synchronous_commit = on
        max_connections = 60
        shared_buffers = 256MB
        work_mem = 16MB
        maintenance_work_mem = 128MB
        effective_cache_size = 1GB
        max_wal_size = 2GB
        checkpoint_timeout = 10min
        random_page_cost = 1.2
        autovacuum_naptime = '15s'
        jit = off
        timezone = 'UTC'
        idle_in_transaction_session_timeout = '10min'
        log_checkpoints = off
        """
            .formatted(ports.postgres());
    Home.write(data().resolve("millrace.conf"), settings);
    Path main = data().resolve("postgresql.conf");
    try {
      String include = "include 'millrace.conf'";
      String present = Files.readString(main);
      if (!present.contains(include)) {
        Files.writeString(main, include + "\n" + present);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot configure " + main, e);
    }
  }

  private void run(Duration patience, String... command) {
    List<String> words = new ArrayList<>();
    if (isRoot()) {
      words.addAll(List.of("unshare", "-U")); // the server refuses to run as root
    }
    words.addAll(List.of(command));
    Path log = home.log("postgres");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failure(command[0] + " did not finish within " + patience.toSeconds() + " s");
      }
      if (process.exitValue() != 0) {
        throw failure(command[0] + " failed with status " + process.exitValue());
      }
    } catch (IOException e) {
      throw failure(words.get(0) + " cannot be run (" + e.getMessage() + ")");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure(command[0] + " was interrupted");
    }
  }

  private Refusal failure(String what) {
    String hint =
        isRoot()
            ? " As root PostgreSQL needs user namespaces; else run Millrace as an ordinary user."
            : "";
    return new Refusal("PostgreSQL: " + what + ". See " + home.log("postgres") + "." + hint);
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
