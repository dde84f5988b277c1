package org.millrace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL 18 of its own for this JVM, from the binaries jar; gone when the JVM ends. */
final class TestingPostgres {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final int port;

  private TestingPostgres(int port) {
    this.port = port;
  }

  static TestingPostgres start() {
    try {
      Path folder = Files.createTempDirectory("millrace-postgres");
      Path binaries = unpacked(Path.of("target", "postgres-18").toAbsolutePath());
      int port = freePort();
      Path data = folder.resolve("data");
      run(
          folder,
          binaries + "/bin/initdb",
          "-D",
          data + "",
          "-U",
          "core_owner",
          "-E",
          "UTF8",
          "-N");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, binaries, data)));
      String options =
          "-p %d -k %s -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"
                  .formatted(port, folder)
              + " -c max_connections=40 -c shared_buffers=64MB";
      run(
          folder,
          binaries + "/bin/pg_ctl",
          "-D",
          data + "",
          "-l",
          folder + "/log",
          "-w",
          "-o",
          options,
          "start");
      TestingPostgres running = new TestingPostgres(port);
      running.makeRole("core");
      return running;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeRole(String name) {
    try (Connection owner = DriverManager.getConnection(url(), "core_owner", "");
        Statement statement = owner.createStatement()) {
      statement.execute("create role " + name + " login");
    } catch (SQLException e) {
      throw new IllegalStateException("There is no role " + name, e);
    }
  }

  String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
  }

  private static Path unpacked(Path home) throws IOException {
    if (Files.exists(home.resolve("bin/postgres"))) {
      return home;
    }
    Path fresh = Files.createDirectories(home.resolveSibling("postgres-18-" + freePort()));
    Path archive = fresh.resolve("binaries.txz");
    try (InputStream in = TestingPostgres.class.getResourceAsStream(ARCHIVE)) {
      if (in == null) {
        throw new IllegalStateException(ARCHIVE + " is not on the class path");
      }
      Files.copy(in, archive);
    }
    run(fresh, "tar", "-xJf", archive.toString(), "-C", fresh.toString());
    Files.delete(archive);
    return Files.exists(home) ? fresh : Files.move(fresh, home);
  }

  private static void stop(Path folder, Path binaries, Path data) {
    run(folder, binaries + "/bin/pg_ctl", "-D", data + "", "-m", "immediate", "stop");
    run(folder, "rm", "-rf", folder.toString());
  }

  private static void run(Path folder, String... command) {
    List<String> words = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      words.addAll(List.of("unshare", "-U"));
    }
    words.addAll(List.of(command));
    Path log = folder.resolve(Path.of(command[0]).getFileName() + ".out");
    try {
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(words + " failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(words + " was interrupted", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
