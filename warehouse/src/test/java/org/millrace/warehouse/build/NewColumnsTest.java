package org.millrace.warehouse.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingTables;
import org.millrace.warehouse.catalog.Table;

/** A home that was filled by an older build gets the columns of a newer one, with their values. */
@Tag("slow")
class NewColumnsTest {
  private static final List<TestingEvent> EVENTS = TestingEvent.shop(20, 2);
  private static final TestingEvent BROKEN = TestingEvent.invoice(77, "99.00", 500);

  private static final List<String> TABLES =
      Stream.concat(
              Contents.TABLES.stream(),
              Stream.of("gold.trial_balance", "gold.income_statement", "gold.forecast_frozen"))
          .toList();

  private static Map<String, List<String>> builtAnew = Map.of();

  @TempDir private Path folder;
  private TestingTables newer;

  /** One silver table of each way to keep rows, and gold before and behind them. */
  @BeforeEach
  void writeNewerTables() {
    newer =
        TestingTables.in(folder.resolve("tables"))
            .add("sales/silver/sales_invoice_line", "list_amount", "decimal(18,2)", "kind")
            .load("sales/silver/sales_invoice_line", "list_amount", "line.netAmount * 2")
            .add("sales/silver/sales_invoice", "credit_days", "int", "customer")
            .load(
                "sales/silver/sales_invoice",
                "credit_days",
                "datediff(content.invoice.dueDate, content.invoice.invoiceDate)")
            .add("item/silver/item", "letters", "int", "kind")
            .load("item/silver/item", "letters", "length(content.name)")
            .add("sales/gold/sales_monthly", "list_revenue", "decimal(18,2)", "net_revenue")
            .load("sales/gold/sales_monthly", "list_revenue", "sum(list_amount)")
            .add("stock/gold/stock_balance", "twice", "decimal(18,4)", "currency")
            .load("stock/gold/stock_balance", "twice", "shares.on_hand_qty * 2");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 8_000})
  void theRowsAreThoseOfALakeThatIsBuiltAnew(long eventsInHand) {
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(EVENTS.subList(0, 50));
    older.arrive(List.of(BROKEN));
    older.bringUp(builder(older, eventsInHand));
    older.close();

    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    lake.arrive(EVENTS.subList(40, EVENTS.size()));
    lake.bringUp(builder(lake, eventsInHand));

    assertThat(Contents.of(lake)).isEqualTo(builtAnew());
    lake.close();
  }

  @Test
  void aKillAfterTheColumnsCameLeavesTheirValuesToTheNextStart() {
    fill(EVENTS);
    TestingLake killed = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    killed.builder();
    killed.close();

    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    assertThat(lake.lake().withoutAllColumns()).isEmpty();
    lake.bringUp(lake.builder());

    assertThat(lake.content("silver.item"))
        .hasSize(2)
        .noneMatch(row -> row.contains("letters\":null"));
    assertThat(lake.content("gold.sales_monthly"))
        .noneMatch(row -> row.contains("list_revenue\":null"));
    lake.close();
  }

  @Test
  void whatAnalysesWroteStaysAndTheirNextRunIsDue() {
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(EVENTS);
    Builder before = older.builder();
    older.bringUp(before);
    Table balance = older.lake().catalog().named("gold.trial_balance");
    before.broughtUp(balance, before.sourceVersions(balance));
    before.save();
    older.freezeAForecast();
    List<String> frozen = older.content("gold.forecast_frozen");
    older.close();

    newer
        .add("item/gold/forecast_frozen", "planned", "int", "forecast")
        .add("ledger/gold/trial_balance", "postings", "int", "debit");
    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    Builder builder = lake.builder();
    lake.bringUp(builder);

    assertThat(lake.content("gold.forecast_frozen"))
        .map(row -> row.replace("\"planned\":null,", ""))
        .isEqualTo(frozen);
    Table changed = lake.lake().catalog().named("gold.trial_balance");
    assertThat(builder.isWaitingForItsWriter(changed)).isTrue();
    Table other = lake.lake().catalog().named("gold.income_statement");
    builder.broughtUp(other, builder.sourceVersions(other));
    assertThat(builder.isWaitingForItsWriter(other)).isFalse();
    lake.close();
  }

  @Test
  void aColumnThatNobodyNamesAnyMoreStaysInTheLakeAndIsNotWritten() {
    TestingLake older = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    older.arrive(EVENTS.subList(0, 50));
    older.bringUp(older.builder());
    older.close();

    TestingLake lake = TestingLake.in(folder.resolve("lake"), TABLES);
    lake.arrive(EVENTS.subList(40, EVENTS.size()));
    lake.bringUp(lake.builder());

    TestingLake anew = TestingLake.in(folder.resolve("anew"), TABLES);
    anew.arrive(EVENTS);
    anew.bringUp(anew.builder());
    assertThat(Contents.of(lake)).isEqualTo(Contents.of(anew));
    String path = lake.lake().path(lake.lake().catalog().named("silver.sales_invoice_line"));
    assertThat(
            lake.lake()
                .session()
                .sql("select count(*), count(list_amount) from delta.`" + path + "`")
                .first()
                .toString())
        .isEqualTo("[20,15]");
    anew.close();
    lake.close();
  }

  @Test
  void refusesRowsFromLessOfBronzeThanThereWas() {
    fill(EVENTS);
    FileUtil.fullyDelete(folder.resolve("lake/bronze").toFile());
    TestingLake lake = TestingLake.in(folder.resolve("lake"), newer, TABLES);
    Builder builder = lake.builder();

    assertThatThrownBy(builder::fillColumns)
        .hasMessageContaining("has new columns, but bronze.events has version -1 and not yet 0");
    assertThat(lake.content("silver.sales_invoice")).hasSize(20);
    lake.close();
  }

  private void fill(List<TestingEvent> events) {
    TestingLake older = TestingLake.in(folder.resolve("lake"), TABLES);
    older.arrive(events);
    older.bringUp(older.builder());
    older.close();
  }

  private Map<String, List<String>> builtAnew() {
    if (builtAnew.isEmpty()) {
      builtAnew = contentsBuiltAnew();
    }
    return builtAnew;
  }

  private Map<String, List<String>> contentsBuiltAnew() {
    TestingLake anew = TestingLake.in(folder.resolve("anew"), newer, TABLES);
    anew.arrive(EVENTS);
    anew.arrive(List.of(BROKEN));
    anew.bringUp(anew.builder());
    anew.close();
    return Contents.of(anew);
  }

  private static Builder builder(TestingLake lake, long eventsInHand) {
    return new Builder(lake.lake(), lake.workers(), new Sizes(60_000, eventsInHand, 60_000));
  }
}
