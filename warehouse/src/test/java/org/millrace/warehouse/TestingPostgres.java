package org.millrace.warehouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.millrace.warehouse.publish.Mart;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL for this test JVM, with a mart schema and the outbox's progress. */
public final class TestingPostgres {
  private static TestingPostgres running;

  private final Path home;
  private final int port;

  private TestingPostgres(Path home, int port) {
    this.home = home;
    this.port = port;
  }

  /** Starts it at the first call. */
  public static synchronized TestingPostgres running() throws Exception {
    if (running == null) {
      Path home = Files.createTempDirectory("millrace-warehouse-postgres");
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
      TestingPostgres made = new TestingPostgres(home, freePort());
      made.unpack();
      made.run("bin/initdb", "-D", "data", "-U", "postgres", "-A", "trust", "-E", "UTF8");
      String options =
          "-p %d -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories="
              .formatted(made.port);
      made.run("bin/pg_ctl", "-D", "data", "-w", "-l", "log", "-o", options, "start");
      Runtime.getRuntime().addShutdownHook(new Thread(made::stop));
      running = made;
    }
    return running;
  }

  /** A new database with an empty mart; {@code complete} says how far bronze is. */
  public void newDatabase(String name) throws SQLException {
    try (Connection server = connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("create database " + name);
    }
    try (Connection database = connect(name);
        Statement statement = database.createStatement()) {
      statement.execute("create schema mart");
      statement.execute("create schema outbox");
      statement.execute(
          "create table outbox.progress (consumer text primary key, complete_to timestamptz)");
      statement.execute("insert into outbox.progress values ('bronze', '2026-01-01T00:00:00Z')");
    }
  }

  public Mart mart(String database) {
    return new Mart(url(database), "postgres", "");
  }

  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private void stop() {
    try {
      run("bin/pg_ctl", "-D", "data", "-m", "immediate", "stop");
    } catch (IOException | InterruptedException failed) {
      System.err.println("PostgreSQL in " + home + " was not stopped: " + failed);
    }
  }

  /** PostgreSQL refuses to run as root, so root runs it in a user namespace of its own. */
  private void run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      all.addAll(List.of("unshare", "-U"));
    }
    all.addAll(List.of(command));
    Path output = home.resolve("output");
    int code =
        new ProcessBuilder(all)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    if (code != 0) {
      throw new IOException(command[0] + " failed: " + Files.readString(output));
    }
  }

  private void unpack() throws IOException, InterruptedException {
    Process tar =
        new ProcessBuilder("tar", "-x", "-C", home.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream packed =
            TestingPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        OutputStream into = tar.getOutputStream()) {
      new XZInputStream(packed).transferTo(into);
    }
    if (tar.waitFor() != 0) {
      throw new IOException("tar could not unpack PostgreSQL into " + home);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
