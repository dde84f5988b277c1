package org.millrace.deploy.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.deploy.home.Home;
import org.millrace.deploy.home.Ports;
import org.millrace.deploy.home.Refusal;
import org.millrace.deploy.home.Secrets;
import org.millrace.deploy.home.TestingPorts;
import org.millrace.deploy.postgres.PostgresServer;

/** A real database that is written to while it is backed up, and a lake of files. */
@Timeout(300)
class BackupTest {

  private static final String EVENTS = "lake/bronze/events";
  @TempDir private static Path folder;
  private static Home home;
  private static PostgresServer server;
  private static Path backup;
  private static long before;

  @BeforeAll
  static void backUpWhileRowsAreWritten() throws Exception {
    home = Home.inFolder(Path.of(".."), folder.resolve("var")).prepared();
    Ports ports = TestingPorts.free();
    ports.store(home);
    new Secrets(home.secrets()).generateMissing();
    server = new PostgresServer(home, ports);
    server.start();
    Files.createDirectories(home.dir().resolve("attachments"));
    Files.writeString(home.dir().resolve("attachments/drawing.txt"), "a wheel");
    lake();
    execute(server, "create table fact (number bigint primary key, words text)");
    execute(server, "create schema ledger authorization core");
    execute(server, "create table ledger.entry (number bigint)");
    execute(server, "alter table ledger.entry owner to core");
    AtomicLong written = new AtomicLong();
    AtomicBoolean isOver = new AtomicBoolean();
    CountDownLatch many = new CountDownLatch(200);
    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(() -> write(written, isOver, many));
    many.await();
    before = written.get();
    backup = folder.resolve("backup");
    Backup.write(home, backup);
    isOver.set(true);
    writing.join();
    assertThat(written.get()).as("rows went on").isGreaterThan(before);
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @Test
  void bringsBackWhatWasCommittedAndAllFiles() throws Exception {
    Home other = Home.inFolder(Path.of(".."), folder.resolve("restored"));
    Ports ports = TestingPorts.free();
    Restore.bring(backup, other, Optional.of(ports));

    PostgresServer restored = new PostgresServer(other, ports);
    restored.start();
    try {
      long rows = figure(restored, "select count(*) from fact");
      assertThat(rows).isGreaterThanOrEqualTo(before);
      assertThat(figure(restored, "select max(number) from fact")).isEqualTo(rows);
      assertThat(figure(restored, "select count(*) from fact where words not like 'x%x'")).isZero();
      String owned = "select count(*) from pg_class where relowner = 'core'::regrole";
      assertThat(figure(restored, owned)).as("tables that the core could change").isZero();
      assertThat(figure(restored, owned.replace("'core'", "'core_owner'"))).isPositive();
    } finally {
      restored.stop();
    }
    assertThat(other.dir().resolve("attachments/drawing.txt")).hasContent("a wheel");
    assertThat(other.dir().resolve(EVENTS + "/part-1.parquet")).hasContent("rows 1");
    assertThat(new Secrets(other.secrets()).read("postgres.password"))
        .isEqualTo(new Secrets(home.secrets()).read("postgres.password"));
    assertThat(Files.getPosixFilePermissions(other.secrets().resolve("admin.password")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> Restore.bring(backup, other, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds an instance already")
        .hasMessageContaining("Restore onto an empty home");
  }

  @Test
  void leavesOutHintsAndFilesThatNoCommitNamesMayBeGone() {
    assertThat(backup.resolve(EVENTS + "/_delta_log/00000000000000000001.json")).exists();
    assertThat(backup.resolve(EVENTS + "/_delta_log/_last_checkpoint")).doesNotExist();
    assertThat(backup.resolve("postgres/data/postmaster.pid")).doesNotExist();
    assertThat(backup.resolve("run")).doesNotExist();
  }

  @Test
  void isCheckedByTheToolsOfTheSystemToo() throws Exception {
    Process check =
        new ProcessBuilder("sha256sum", "--check", "--quiet", Manifest.NAME)
            .directory(backup.toFile())
            .inheritIO()
            .start();
    assertThat(check.waitFor()).isZero();
    assertThat(Backup.checked(backup).toString()).startsWith("checked ");
  }

  @Test
  void refusesADamagedBackupByTheNameOfTheFileAndLeavesNothing() throws Exception {
    Path damaged = folder.resolve("damaged");
    assertThat(new ProcessBuilder("cp", "-a", backup + "/.", damaged + "/").start().waitFor())
        .isZero();
    Path file = damaged.resolve(EVENTS + "/part-1.parquet");
    Files.writeString(file, "rows 2");
    Home other = Home.inFolder(Path.of(".."), folder.resolve("from-damaged"));

    assertThatThrownBy(() -> Restore.bring(damaged, other, Optional.empty()))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(file + " is damaged: its SHA-256 is ")
        .hasMessageContaining("Nothing was restored");
    assertThatThrownBy(() -> Backup.checked(damaged)).hasMessageContaining(file.toString());
    assertThat(other.postgres()).doesNotExist();

    Files.delete(file);
    assertThatThrownBy(() -> Restore.bring(damaged, other, Optional.empty()))
        .hasMessageContaining(file + " is missing");
    Files.delete(damaged.resolve(Manifest.NAME));
    assertThatThrownBy(() -> Restore.bring(damaged, other, Optional.empty()))
        .hasMessageContaining("is no finished backup");
  }

  @Test
  void refusesFoldersInWhichABackupWouldBeLost() {
    assertThatThrownBy(() -> Backup.write(home, home.dir().resolve("backup")))
        .hasMessageContaining("lies in the instance's own folder");
    assertThatThrownBy(() -> Backup.write(home, backup)).hasMessageContaining("is not empty");
    Home empty = Home.inFolder(Path.of(".."), folder.resolve("empty"));
    assertThatThrownBy(() -> Backup.write(empty, folder.resolve("of-nothing")))
        .hasMessageContaining("nothing to back up");
  }

  @Test
  void refusesALakeThatHasLostAFile() throws Exception {
    Home broken = Home.inFolder(Path.of(".."), folder.resolve("broken"));
    Path log = Files.createDirectories(broken.dir().resolve(EVENTS + "/_delta_log"));
    Files.writeString(
        log.resolve("00000000000000000000.json"), "{\"add\":{\"path\":\"lost.parquet\"}}\n");
    Copier copier = new Copier(folder.resolve("copy"), new Tally("", java.time.Clock.systemUTC()));
    assertThatThrownBy(() -> new LakeCopy(Path.of(broken.lake()), copier).run())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("bronze/events")
        .hasMessageContaining("lost.parquet");
  }

  private static void lake() throws IOException {
    Path log = Files.createDirectories(home.dir().resolve(EVENTS + "/_delta_log"));
    Map<String, String> files =
        Map.of(
            "00000000000000000000.json",
            "{\"add\":{\"path\":\"part-0.parquet\"}}\n{\"add\":{\"path\":\"part-1.parquet\"}}\n",
            "00000000000000000001.json",
            "{\"remove\":{\"path\":\"part-0.parquet\"}}\n",
            "_last_checkpoint",
            "{}");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(log.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(log.resolveSibling("part-1.parquet"), "rows 1");
  }

  private static void write(AtomicLong written, AtomicBoolean isOver, CountDownLatch many) {
    try (Connection connection = server.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement()) {
      while (!isOver.get()) {
        long next = written.get() + 1;
        statement.execute(
            "insert into fact values (" + next + ", 'x' || repeat('y', 2000) || 'x')");
        written.set(next);
        many.countDown();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long figure(PostgresServer server, String query) throws SQLException {
    try (Connection connection = server.asSuperuser("millrace", PostgresServer.UNLIMITED);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
