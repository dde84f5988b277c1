package org.millrace.warehouse.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.refresh.TableRefresh;

@Tag("slow")
class PublisherTest {
  private static TestingPostgres postgres;

  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES =
      List.of(
          "gold.sales_monthly",
          "gold.sales_invoice",
          "gold.journal_line",
          "gold.sales_invoice_line");

  @TempDir private Path folder;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = TestingPostgres.running();
  }

  @Test
  void bringsEveryInvoiceOnceAndSaysHowFar() throws Exception {
    postgres.newDatabase("once");
    TestingLake shop = TestingLake.in(folder, TABLES);
    List<TestingEvent> events = TestingEvent.shop(30, 5);
    TableRefresh refresh = refresh(shop, "once");
    shop.arrive(events.subList(0, 50));
    refresh.run();
    shop.arrive(events.subList(40, events.size()));
    refresh.run();

    assertThat(text("once", "select count(*) from mart.sales_invoice")).isEqualTo("30");
    assertThat(text("once", "select count(*) from mart.journal_line")).isEqualTo("60");
    assertThat(text("once", "select sum(net_revenue) from mart.sales_monthly"))
        .isEqualTo(text("once", "select sum(net_amount) from mart.sales_invoice"));
    assertThat(
            text(
                "once", "select row_count from mart.publication where table_name = 'journal_line'"))
        .isEqualTo("60");
    assertThat(
            text(
                "once",
                "select complete_to at time zone 'UTC' from mart.publication"
                    + " where table_name = 'sales_invoice'"))
        .startsWith("2026-01-01 00:00:00");
  }

  @Test
  void publishesWhatIsInTheLakeWhenTheMartWasLost() throws Exception {
    postgres.newDatabase("before");
    postgres.newDatabase("after");
    TestingLake shop = TestingLake.in(folder, TABLES);
    shop.arrive(TestingEvent.shop(10, 6));
    refresh(shop, "before").run();

    refresh(shop, "after").run();

    String all = "select json_agg(s order by number, line_no) from mart.sales_invoice_line s";
    assertThat(text("after", all)).isEqualTo(text("before", all)).contains("\"number\":\"10\"");
  }

  @Test
  void keepsAnEntryThatDoesNotBalanceOutAndMarksTheTable() throws Exception {
    postgres.newDatabase("stops");
    TestingLake shop = TestingLake.in(folder, TABLES);
    List<TestingEvent> events = TestingEvent.shop(5, 7);
    TableRefresh refresh = refresh(shop, "stops");
    shop.arrive(events);
    refresh.run();
    String broken =
        events.stream()
            .filter(event -> event.type().equals("ledger.journal-entry-posted"))
            .findFirst()
            .orElseThrow()
            .payload()
            .replace("\"number\":1,", "\"number\":99,")
            .replace("\"credit\":0}", "\"credit\":7}");
    shop.arrive(
        List.of(
            new TestingEvent(
                "ledger.journal-entry-posted", "journal-entry:SHOP/99", 1, "SHOP", 999, broken)));
    TableRefresh.Cycle cycle = refresh.run();

    assertThat(text("stops", "select count(*) from mart.journal_line")).isEqualTo("10");
    assertThat(
            text(
                "stops",
                "select status || ' ' || reason from mart.publication"
                    + " where table_name = 'journal_line'"))
        .startsWith("stopped Failed checks: entry-balances (1 rows)");
    assertThat(cycle.checks())
        .filteredOn(result -> result.stops())
        .extracting(result -> result.check().name())
        .contains("entry-balances");
  }

  @Test
  void swapsWhileOthersRead() throws Exception {
    postgres.newDatabase("readers");
    TestingLake shop = TestingLake.in(folder, TABLES);
    shop.arrive(TestingEvent.shop(20, 8));
    TableRefresh refresh = refresh(shop, "readers");
    refresh.run();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> reading =
        CompletableFuture.supplyAsync(() -> readUntil(over, "readers"));
    var table = shop.lake().catalog().named("gold.sales_invoice");
    try (Mart mart = postgres.mart("readers")) {
      for (int i = 0; i < 5; i++) {
        text("readers", "update mart.publication set table_id = 'lost' returning 1");
        new Publisher(shop.lake(), mart, Clock.systemUTC())
            .publish(List.of(table), List.of(table), List.of(), Optional.of(Instant.EPOCH));
      }
    }
    over.set(true);

    assertThat(reading.get()).isPositive();
  }

  private static int readUntil(AtomicBoolean over, String database) {
    int reads = 0;
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement()) {
      while (!over.get() || reads == 0) {
        try (ResultSet found = statement.executeQuery("select count(*) from mart.sales_invoice")) {
          found.next();
          if (found.getInt(1) != 20) {
            throw new IllegalStateException("A reader saw " + found.getInt(1) + " of 20 invoices");
          }
        }
        reads++;
      }
      return reads;
    } catch (SQLException failed) {
      throw new IllegalStateException("A reader met an error after " + reads + " reads", failed);
    }
  }

  private static TableRefresh refresh(TestingLake shop, String database) throws SQLException {
    Mart mart = postgres.mart(database);
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, shop.lake(), shop.builder(), mart, Clock.systemUTC());
    mart.prepare(refresh.published());
    return refresh;
  }

  private static String text(String database, String sql) throws SQLException {
    try (Connection connection = postgres.connect(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    }
  }
}
