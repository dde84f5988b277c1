package org.millrace.warehouse.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.publish.Mart;

@Tag("slow")
class KilledInMidCycleTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(InterruptedCycle.Point.class)
  void everyDocumentIsThereOnceAfterAKill(InterruptedCycle.Point point) throws Exception {
    String database = "killed_" + point.name().toLowerCase(Locale.ROOT);
    TestingPostgres.running().newDatabase(database);
    List<TestingEvent> events = TestingEvent.shop(30, 9);
    TestingLake before = TestingLake.in(folder.resolve("lake"), InterruptedCycle.TABLES);
    before.arrive(events.subList(0, 50));
    refresh(before, database).run();
    before.arrive(events.subList(40, events.size()));
    before.close();
    byte[] noted = progress();

    kill(point, database);
    assertThat(progress()).as("the cycle was not noted").isEqualTo(noted);

    TestingLake after = TestingLake.in(folder.resolve("lake"), InterruptedCycle.TABLES);
    refresh(after, database).run();
    assertThat(after.content("silver.sales_invoice_line")).hasSize(30);
    assertThat(after.content("silver.journal_line")).hasSize(60);
    assertThat(after.content("silver.stock_movement")).hasSize(30);
    assertThat(text(database, "select count(*) from mart.sales_invoice")).isEqualTo("30");
    assertThat(text(database, "select count(*) from mart.journal_line")).isEqualTo("60");
    assertThat(text(database, "select sum(net_revenue) from mart.sales_monthly"))
        .isEqualTo(text(database, "select sum(net_amount) from mart.sales_invoice"));
    assertThat(
            text(
                database,
                "select row_count from mart.publication where table_name = 'journal_line'"))
        .isEqualTo("60");
    after.close();
  }

  /** Runs a cycle in a process of its own and kills it, as kill -9 does, once it is at a point. */
  private void kill(InterruptedCycle.Point point, String database) throws Exception {
    Path errors = folder.resolve("errors");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(InterruptedCycle.class.getName());
    command.add(folder.resolve("lake").toString());
    command.add(TestingPostgres.running().url(database));
    command.add(point.name());
    Process cycle = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (BufferedReader said = cycle.inputReader()) {
      boolean reached = said.lines().anyMatch(InterruptedCycle.REACHED::equals);
      assertThat(reached).as(() -> "the cycle ended: " + content(errors)).isTrue();
    } finally {
      cycle.destroyForcibly().waitFor();
    }
  }

  private byte[] progress() throws IOException {
    return Files.readAllBytes(folder.resolve("lake/_warehouse_progress.json"));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }

  private static TableRefresh refresh(TestingLake shop, String database) throws Exception {
    Mart mart = TestingPostgres.running().mart(database);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, shop.lake(), shop.builder(), mart, Clock.systemUTC());
    mart.prepare(refresh.published());
    return refresh;
  }

  private static String text(String database, String sql) throws Exception {
    try (Connection connection = TestingPostgres.running().connect(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }
}
