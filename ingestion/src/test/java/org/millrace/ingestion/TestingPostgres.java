package org.millrace.ingestion;

import java.io.IOException;
import java.io.InputStream;
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
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL for this test JVM, with the outbox as the core's migration makes it. */
public final class TestingPostgres {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path MIGRATIONS =
      ROOT.resolve("transactional/src/main/resources/db/migration/outbox");
  private static TestingPostgres shared;

  private final Path home;
  private final int port;
  private final Path passwordFile;

  private TestingPostgres(Path home, int port) {
    this.home = home;
    this.port = port;
    this.passwordFile = home.resolve("password");
  }

  /** Starts it at the first call. */
  static synchronized TestingPostgres shared() throws Exception {
    if (shared == null) {
      Path home = Files.createTempDirectory("millrace-ingestion-postgres");
      Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
      TestingPostgres made = new TestingPostgres(home, freePort());
      made.unpack();
      Files.writeString(made.passwordFile, "right\n");
      made.runAs(
          "initdb",
          "-D",
          made.data(),
          "-U",
          "postgres",
          "-A",
          "scram-sha-256",
          "--pwfile",
          made.passwordFile.toString(),
          "-E",
          "UTF8",
          "--locale=C");
      made.start();
      Runtime.getRuntime().addShutdownHook(new Thread(made::remove));
      shared = made;
    }
    return shared;
  }

  /** A database with an empty outbox; the ingestion role logs in with the password file. */
  String newDatabase(String name) throws Exception {
    try (Connection server = connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("drop database if exists " + name + " with (force)");
      statement.execute("create database " + name);
      statement.execute(
          "do $$ begin create role ingestion login password 'right';"
              + " exception when duplicate_object then null; end $$");
    }
    try (Connection database = connect(name);
        Statement statement = database.createStatement();
        Stream<Path> files = Files.list(MIGRATIONS)) {
      statement.execute("create schema if not exists outbox");
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        statement.execute(Files.readString(file));
      }
    }
    return url(name);
  }

  String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  Path passwordFile() {
    return passwordFile;
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "right");
  }

  void start() throws Exception {
    runAs(
        "pg_ctl",
        "-D",
        data(),
        "-w",
        "-l",
        home.resolve("log").toString(),
        "-o",
        "-p "
            + port
            + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories="
            + home,
        "start");
  }

  void stop() throws Exception {
    runAs("pg_ctl", "-D", data(), "-w", "-m", "immediate", "stop");
  }

  private String data() {
    return home.resolve("data").toString();
  }

  private void remove() {
    try {
      stop();
      try (Stream<Path> files = Files.walk(home)) {
        for (Path path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    } catch (Exception problem) {
      System.err.println("The test's PostgreSQL in " + home + " was not removed: " + problem);
    }
  }

  /** PostgreSQL refuses to run as root, which inside a user namespace of its own it is not. */
  private void runAs(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(home.resolve("bin").resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(home, program, ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(program + " failed: " + Files.readString(output));
    }
  }

  private void unpack() throws IOException {
    try (InputStream packed =
            TestingPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz");
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      TarArchiveEntry entry = tar.getNextEntry();
      while (entry != null) {
        unpack(tar, entry);
        entry = tar.getNextEntry();
      }
    }
  }

  private void unpack(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    Path target = home.resolve(entry.getName());
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    if ((entry.getMode() & 0100) != 0) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
