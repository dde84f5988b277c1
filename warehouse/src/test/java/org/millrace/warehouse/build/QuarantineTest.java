package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingPostgres;
import org.millrace.warehouse.catalog.Refresh;
import org.millrace.warehouse.catalog.Table;
import org.millrace.warehouse.check.CheckResult;
import org.millrace.warehouse.publish.Mart;
import org.millrace.warehouse.refresh.TableRefresh;

@Tag("slow")
class QuarantineTest {
  private static final TestingEvent BROKEN = TestingEvent.invoice(77, "99.00", 500);
  private static final TestingEvent CORRECTED = TestingEvent.invoice(77, "10.00", 600);

  /** What the tests look at; what these are made from comes with them. */
  private static final List<String> TABLES =
      List.of(
          "gold.sales_monthly",
          "gold.sales_invoice",
          "gold.sales_invoice_line",
          "gold.quarantine",
          "gold.journal_line");

  @TempDir private Path folder;
  private TestingLake shop;

  @BeforeEach
  void open() {
    shop = TestingLake.in(folder, TABLES);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void aBrokenRowIsHeldBackIsSaidOfEveryTableBehindItAndClearsWhenItIsCorrected() throws Exception {
    TestingPostgres.running().newDatabase("quarantine");
    Mart mart = TestingPostgres.running().mart("quarantine");
    TableRefresh refresh =
        new TableRefresh(Refresh.LIVE, shop.lake(), shop.builder(), mart, Clock.systemUTC());
    mart.prepare(refresh.published());
    shop.arrive(TestingEvent.shop(5, 1));
    refresh.run();

    shop.arrive(List.of(BROKEN));
    assertThat(failing(refresh.run().checks())).containsExactly("net-is-quantity-times-price 1");
    assertThat(text("select count(*) from mart.sales_invoice_line where number = '77'"))
        .isEqualTo("0");
    assertThat(text("select count(*) from mart.sales_invoice where number = '77'")).isEqualTo("1");
    assertThat(text("select row_key || ' ' || reason from mart.quarantine"))
        .isEqualTo(
            "company=SHOP, number=77, line_no=1 net-is-quantity-times-price:"
                + " is_adjusted OR abs(net_amount - quantity * unit_price) <= 0.5");
    assertThat(text("select content from mart.quarantine")).contains("\"net_amount\":99.00");
    for (String table : List.of("sales_invoice_line", "sales_monthly")) {
      assertThat(stamp(table)).isEqualTo("published 1 rows held back of silver.sales_invoice_line");
    }
    assertThat(stamp("journal_line")).isEqualTo("published ");

    shop.arrive(List.of(CORRECTED));
    assertThat(refresh.run().checks()).allMatch(CheckResult::isPassed);
    assertThat(text("select net_amount from mart.sales_invoice_line where number = '77'"))
        .isEqualTo("10.00");
    assertThat(text("select count(*) from mart.quarantine")).isEqualTo("0");
    assertThat(stamp("sales_monthly")).isEqualTo("published ");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_000})
  void aRowIsHeldBackOnceHoweverOftenItComes(long eventsInHand) {
    Builder builder = builder(eventsInHand);
    shop.arrive(List.of(BROKEN));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());
    shop.arrive(List.of(BROKEN));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());

    assertThat(shop.content("silver.quarantine")).hasSize(1);
    assertThat(shop.content("silver.sales_invoice_line")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_000})
  void aCorrectionThatCameFirstLeavesNothingToHoldBack(long eventsInHand) {
    Builder builder = builder(eventsInHand);
    shop.arrive(List.of(CORRECTED));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());
    shop.arrive(List.of(BROKEN));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());

    assertThat(shop.content("silver.quarantine")).isEmpty();
    assertThat(shop.content("silver.sales_invoice_line")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_000})
  void aLaterCorrectionLetsTheRowGo(long eventsInHand) {
    Builder builder = builder(eventsInHand);
    shop.arrive(List.of(BROKEN));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());
    shop.arrive(List.of(CORRECTED));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());

    assertThat(shop.content("silver.quarantine")).isEmpty();
    assertThat(shop.content("silver.sales_invoice_line"))
        .singleElement()
        .asString()
        .contains("\"net_amount\":10.00");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_000})
  void aMistypedYearIsHeldBackAndStopsNoOtherRow(long eventsInHand) {
    Builder builder = builder(eventsInHand);
    TestingEvent typo = TestingEvent.invoice(78, "10.00", 700);
    shop.arrive(List.of(CORRECTED));
    shop.arrive(List.of(typo), Instant.parse("1026-04-10T09:00:00Z"));
    builder.mergeNext(Refresh.LIVE, builder.bronzeVersion());

    assertThat(shop.content("silver.sales_invoice"))
        .singleElement()
        .asString()
        .contains("\"number\":\"77\"");
    assertThat(shop.content("silver.quarantine"))
        .hasSize(2)
        .allMatch(
            row ->
                row.contains(
                    "can-be-stored: occurred_at is 1026-04-10;"
                        + " expected a day of the years 1900 to 2999"));
  }

  @Test
  void oneCompanysAbsurdAmountStopsNoOtherCompany() {
    Builder builder = builder(8_000);
    List<TestingEvent> events = new ArrayList<>(TestingEvent.shop(5, 1));
    events.add(huge(TestingEvent.invoice(81, "10.00", 801)));
    events.add(huge(TestingEvent.invoice(91, "10.00", 802)));
    shop.arrive(events);
    shop.bringUp(builder);

    Table monthly = shop.lake().catalog().named("gold.sales_monthly");
    assertThat(shop.content("gold.sales_monthly"))
        .isNotEmpty()
        .allMatch(row -> row.contains("\"company\":\"SHOP\""));
    assertThat(builder.fault(monthly)).startsWith("company HUGE stands still: ");
    shop.arrive(List.of(TestingEvent.invoice(90, "10.00", 900)));
    shop.bringUp(builder);
    assertThat(shop.content("gold.sales_monthly")).anyMatch(row -> row.contains("2011-03-01"));
  }

  /** The invoice of another company, so large that two of them are more than a sum may be. */
  private static TestingEvent huge(TestingEvent small) {
    String payload =
        small
            .payload()
            .replace("10.00", "9599999999990400.00")
            .replace("\"unitPrice\":2.50", "\"unitPrice\":999999999999")
            .replace("\"quantity\":4", "\"quantity\":9600");
    return new TestingEvent(
        small.type(), small.aggregate(), small.version(), "HUGE", small.position(), payload);
  }

  private Builder builder(long eventsInHand) {
    return new Builder(shop.lake(), shop.workers(), new Sizes(60_000, eventsInHand, 60_000));
  }

  private static List<String> failing(List<CheckResult> results) {
    return results.stream()
        .filter(result -> !result.isPassed())
        .map(result -> result.check().name() + " " + result.failingRows())
        .toList();
  }

  private static String stamp(String table) throws SQLException {
    return text(
        "select status || ' ' || reason from mart.publication where table_name = '" + table + "'");
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = TestingPostgres.running().connect("quarantine");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    } catch (SQLException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new IllegalStateException("PostgreSQL does not run", failed);
    }
  }
}
