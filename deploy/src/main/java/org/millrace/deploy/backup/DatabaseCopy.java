package org.millrace.deploy.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.postgres.PostgresServer;

/**
 * A base backup by the server's own functions: the files as they are copied plus the write-ahead
 * log from the first to the last of them, which a slot keeps until then. The copy starts as the
 * database stood when the last file was through.
 */
final class DatabaseCopy {

  private static final String DATA = "postgres/data";
  private static final Set<String> REBUILT_AT_START =
      Set.of(
          "pg_wal",
          "pg_replslot",
          "pg_dynshmem",
          "pg_notify",
          "pg_serial",
          "pg_snapshots",
          "pg_stat_tmp",
          "pg_subtrans");
  private static final Set<String> OF_THE_PROCESS =
      Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map");

  private final PostgresServer server;
  private final Copier copier;

  DatabaseCopy(PostgresServer server, Copier copier) {
    this.server = server;
    this.copier = copier;
  }

  void run() throws IOException {
    try (Connection connection = server.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement()) {
      one(
          statement,
          "select pg_create_physical_replication_slot("
              + "'millrace_backup_' || pg_backend_pid(), true, true)");
      one(statement, "select pg_backup_start('millrace', true)");
      files();
      try (ResultSet stop =
          statement.executeQuery(
              "select labelfile, pg_walfile_name(lsn) from pg_backup_stop(false)")) {
        stop.next();
        String label = stop.getString(1);
        copier.text(DATA + "/backup_label", label);
        log(label, stop.getString(2));
      }
    } catch (SQLException e) {
      throw new Refusal("PostgreSQL cannot be backed up: " + e.getMessage());
    }
  }

  private void files() throws IOException {
    Path data = server.data();
    OwnFiles.Tree tree = OwnFiles.tree(data);
    for (Path folder : tree.folders()) {
      Path inside = data.relativize(folder);
      if (inside.getNameCount() == 1 || isWanted(inside)) {
        copier.folder(name(folder));
      }
    }
    for (Path file : tree.files()) {
      if (isWanted(data.relativize(file))) {
        copier.file(file, name(file));
      }
    }
    // The last word on where recovery begins and ends belongs to the youngest control file.
    copier.file(data.resolve("global/pg_control"), DATA + "/global/pg_control");
  }

  private static boolean isWanted(Path inside) {
    String plain = inside.getFileName().toString();
    return !REBUILT_AT_START.contains(inside.getName(0).toString())
        && !OF_THE_PROCESS.contains(inside.toString())
        && !plain.startsWith("pgsql_tmp")
        && !plain.startsWith("pg_internal.init");
  }

  private void log(String label, String last) throws IOException {
    String first =
        label.replaceFirst("(?s)^START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\).*", "$1");
    Path folder = server.data().resolve("pg_wal");
    for (Path file : OwnFiles.tree(folder).files()) {
      String plain = file.getFileName().toString();
      boolean isSegment = folder.equals(file.getParent()) && plain.matches("[0-9A-F]{24}");
      if (isSegment && plain.compareTo(first) >= 0 && plain.compareTo(last) <= 0) {
        copier.file(file, name(file));
      }
    }
    if (!copier.holds(DATA + "/pg_wal/" + first) || !copier.holds(DATA + "/pg_wal/" + last)) {
      throw new Refusal(
          "The write-ahead log from %s to %s is not whole; try again.".formatted(first, last));
    }
  }

  private static void one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
    }
  }

  private String name(Path file) {
    String inside = server.data().relativize(file).toString();
    return inside.isEmpty() ? DATA : DATA + "/" + inside;
  }
}
