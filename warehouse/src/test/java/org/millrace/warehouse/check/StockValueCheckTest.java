package org.millrace.warehouse.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.millrace.warehouse.TestingEvent;
import org.millrace.warehouse.TestingLake;
import org.millrace.warehouse.TestingTables;

/** The value of the stock is the balance of the inventory account; a check stops when it is not. */
@Tag("slow")
class StockValueCheckTest {
  private static final String CHECK = "value-is-inventory-account";
  private static final String IN_PROGRESS = "work-in-progress-is-its-account";
  private static final String PARTS = "parts-are-their-account";
  @TempDir private Path folder;

  @Test
  void valuesAnItemInTwoPlacesAndOneWhoseAverageRounds() {
    TestingLake shop = TestingLake.in(folder);
    shop.arrive(events());
    shop.bringUp(shop.builder());
    assertThat(shop.content("gold.stock_balance"))
        .anySatisfy(row -> assertThat(row).contains("\"LAMP\"", "733.33", "1100.00"))
        .anySatisfy(row -> assertThat(row).contains("\"LAMP\"", "366.67"))
        .anySatisfy(row -> assertThat(row).contains("\"WASHER\"", "1000400.00"));
  }

  @Test
  void failsOfAQuantityTimesARoundedAverageOnceItIsSeenTwice() throws Exception {
    TestingTables older =
        TestingTables.in(folder.resolve("tables"))
            .change(
                "stock/gold/stock_balance",
                "load.sql",
                "CAST(shares.until_value - shares.before_value AS DECIMAL(18, 2))",
                "CAST(round(shares.on_hand_qty * shares.average_cost, 2) AS DECIMAL(18, 2))");
    TestingLake shop = TestingLake.in(folder.resolve("lake"), older);
    shop.arrive(events());
    shop.arrive(
        List.of(example("production/materials-consumed", 10), example("service/part-used", 11)));
    shop.bringUp(shop.builder());
    LakeChecks checks = new LakeChecks(shop.lake(), Clock.systemUTC());
    assertThat(failed(checks)).doesNotContain(CHECK, IN_PROGRESS, PARTS);
    assertThat(failed(checks)).contains(CHECK, IN_PROGRESS, PARTS);
  }

  private static List<String> failed(LakeChecks checks) {
    return checks.run(() -> false).stream()
        .filter(result -> !result.isPassed())
        .map(result -> result.check().name())
        .toList();
  }

  private static List<TestingEvent> events() {
    return List.of(
        moved(1, "receipt", line(1, "LAMP", "MAIN", "200", "200", "200", "1")),
        posted(2, "200"),
        moved(
            3,
            "transfer",
            line(1, "LAMP", "MAIN", "-100", "-100", "100", "1")
                + ","
                + line(2, "LAMP", "SHOP", "100", "100", "100", "1")),
        moved(4, "receipt", line(1, "LAMP", "MAIN", "100", "900", "200", "3.666667")),
        posted(5, "900"),
        moved(6, "receipt", line(1, "WASHER", "MAIN", "1000000", "1000000", "1000000", "1")),
        posted(7, "1000000"),
        moved(8, "receipt", line(1, "WASHER", "MAIN", "2000000", "400", "3000000", "0.333467")),
        posted(9, "400"));
  }

  private static TestingEvent moved(int number, String reason, String lines) {
    String payload =
        "{'number':'M%d','reason':'%s','document':{'domain':'stock','type':'t','number':'%d'},"
            + "'currency':'GBP','lines':[%s]}";
    return event("stock.goods-moved", number, payload.formatted(number, reason, number, lines));
  }

  private static String line(
      int line, String item, String place, String quantity, String value, String... after) {
    return "{'line':%d,'item':'%s','location':'%s','quantity':%s,'unitCost':1,'value':%s,"
            .formatted(line, item, place, quantity, value)
        + "'onHandAfter':%s,'averageCostAfter':%s}".formatted(after[0], after[1]);
  }

  private static TestingEvent posted(int number, String amount) {
    String side =
        "{'line':%d,'account':'%s','accountName':'A','accountType':'asset','debit':%s,'credit':%s}";
    String payload =
        "{'number':%d,'postingDate':'2026-01-05','currency':'GBP','rule':'stock.goods-moved',"
            + "'text':'Goods','document':{'domain':'stock','type':'t','number':'1'},"
            + "'lines':[%s,%s]}";
    return event(
        "ledger.journal-entry-posted",
        number,
        payload.formatted(
            number,
            side.formatted(1, "1200", amount, "0"),
            side.formatted(2, "2100", "0", amount)));
  }

  private static TestingEvent event(String type, int number, String payload) {
    return new TestingEvent(
        type, type + ":SHOP/" + number, 1, "SHOP", number, payload.replace('\'', '"'));
  }

  /** The example of a contract, which no entry in the books belongs to. */
  private static TestingEvent example(String name, int position) throws IOException {
    Path file = Path.of("../transactional/contracts", name + ".v1.example.json");
    JsonNode event = new ObjectMapper().readTree(file.toFile());
    return new TestingEvent(
        event.path("type").asText(),
        event.path("aggregateId").asText(),
        event.path("aggregateVersion").asLong(),
        event.path("company").asText(),
        position,
        event.path("payload").toString());
  }
}
