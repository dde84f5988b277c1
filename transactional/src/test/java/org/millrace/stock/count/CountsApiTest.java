package org.millrace.stock.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class CountsApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  /** 100 bells at 10 and 7 rims at 4 lie at MAIN; no horn ever lay anywhere. */
  @BeforeEach
  void openCompanyWithBellsAndRims() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    Stream.of("BELL", "HORN", "RIM")
        .forEach(item -> send("/items", "{'code':'%s','name':'A %1$s'}".formatted(item)));
    send(
        "/stock/movements",
        "{'reason':'opening','lines':[{'item':'BELL','quantity':100,'unitCost':10},"
            + "{'item':'RIM','quantity':7,'unitCost':4}]}");
  }

  /** The inventory count of 97 against 100: an adjustment of -3 with its value. */
  @Test
  void booksWhatIsMissingAtCostAgainstTheAdjustments() {
    String path = draft("{'location':'MAIN'}");
    assertThat(lines(path)).containsExactly("BELL 100 - 0 -", "RIM 7 - 0 -");
    change(path, 1, "{'item':'BELL','countedQuantity':97},{'item':'RIM','countedQuantity':7}");
    JsonNode posted = act(path + "/post", 2, "{}").expecting(200).json();
    assertThat(posted.get("differenceValue").decimalValue()).isEqualByComparingTo("-30");
    assertThat(lines(path)).containsExactly("BELL 100 97 -3 -30", "RIM 7 7 0 -");
    assertThat(TestingBooks.balances(core, company))
        .containsOnly(entry("1200", "998"), entry("3950", "-1028"), entry("5100", "30"));
    assertThat(TestingBooks.onHand(core, company, "BELL")).isEqualByComparingTo("97");
  }

  @Test
  void booksWhatWasFoundAndAsksWhatItCostWhereNobodyKnows() {
    String path = draft("{'location':'MAIN','lines':[{'item':'HORN','countedQuantity':2}]}");
    HttpAnswer refused = act(path + "/post", 1, "{}").expecting(422);
    assertThat(refused.json().at("/problems/0/field").asString()).isEqualTo("lines.1.unitCost");
    change(path, 1, "{'item':'HORN','countedQuantity':2,'unitCost':6}");
    act(path + "/post", 2, "{}").expecting(200);
    assertThat(TestingBooks.balances(core, company)).containsEntry("5100", "-12");
  }

  @Test
  void refusesToPostWhatIsNotCounted() {
    String path = draft("{'location':'MAIN'}");
    change(path, 1, "{'item':'BELL','countedQuantity':97},{'item':'RIM'}");
    HttpAnswer refused = act(path + "/post", 2, "{}").expecting(422);
    assertThat(refused.body()).contains("lines.2.countedQuantity", "how many RIM lie there");
  }

  @Test
  void refusesToPostWhatMovedSinceItWasCountedAndTakesASecondCount() {
    String path = draft("{'location':'MAIN','lines':[{'item':'RIM','countedQuantity':6}]}");
    send("/stock/movements", "{'lines':[{'item':'RIM','quantity':-2}]}");
    HttpAnswer refused = act(path + "/post", 1, "{}").expecting(409);
    assertThat(refused.body())
        .contains("Goods moved since SC-000001 was counted")
        .contains("lines.1.bookedQuantity is '7', expected 5 of item RIM");
    change(path, 1, "{'item':'RIM','countedQuantity':4}");
    act(path + "/post", 2, "{}").expecting(200);
    assertThat(TestingBooks.onHand(core, company, "RIM")).isEqualByComparingTo("4");
  }

  @Test
  void twoCountsOfTheSameGoodsPostedAtOnceAreBookedOnce() {
    String sheet = "{'location':'MAIN','lines':[{'item':'RIM','countedQuantity':6}]}";
    List<String> counts = List.of(draft(sheet), draft(sheet));
    List<CompletableFuture<Integer>> asked =
        counts.stream()
            .map(path -> CompletableFuture.supplyAsync(() -> act(path + "/post", 1, "{}").status()))
            .toList();
    assertThat(asked.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    assertThat(TestingBooks.onHand(core, company, "RIM")).isEqualByComparingTo("6");
  }

  @Test
  void isReversedByACountThatNamesItAtTheSameCost() {
    String path = draft("{'location':'MAIN','lines':[{'item':'BELL','countedQuantity':97}]}");
    act(path + "/post", 1, "{}").expecting(200);
    send("/stock/movements", "{'lines':[{'item':'BELL','quantity':97,'unitCost':20}]}");
    JsonNode back = act(path + "/reverse", 2, "{'reason':'Miscounted'}").expecting(201).json();
    assertThat(back.get("reverses").asString()).isEqualTo("SC-000001");
    assertThat(back.get("status").asString()).isEqualTo("reversing");
    assertThat(back.get("differenceValue").decimalValue()).isEqualByComparingTo("30");
    assertThat(core.get(base + path).json().get("reversedBy").asString()).isEqualTo("SC-000002");
    assertThat(TestingBooks.onHand(core, company, "BELL")).isEqualByComparingTo("197");
    assertThat(core.get(base + path + "/history").json().at("/0/reason").asString())
        .isEqualTo("Miscounted");
  }

  @Test
  void refusesASheetThatMakesNoSense() {
    refused("{'location':'MOON'}", "location", "a location of the company");
    send("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    refused("{'location':'SHOP'}", "lines", "items to count: nothing lies at SHOP");
    String twice = "{'location':'MAIN','lines':[{'item':'RIM'},{'item':'RIM'}]}";
    refused(twice, "lines.2.item", "each item once");
    String none = "{'location':'MAIN','lines':[{'item':'NONE'}]}";
    refused(none, "lines.1.item", "a registered item that is kept in stock");
    String less = "{'location':'MAIN','lines':[{'item':'RIM','countedQuantity':-1}]}";
    refused(less, "countedQuantity", "0 or more");
  }

  @Test
  void isExportedWithItsCostsForThoseWhoMaySeeThem() {
    String path = draft("{'location':'MAIN','lines':[{'item':'BELL','countedQuantity':97}]}");
    act(path + "/post", 1, "{}").expecting(200);
    assertThat(core.get(base + "/exports/counts").expecting(200).body())
        .contains("lines.difference_quantity,lines.unit_cost,lines.value")
        .contains("1,BELL,A BELL,100,97,-3,10,-30");
    assertThat(core.as("storekeeper").get(base + "/exports/counts").expecting(200).body())
        .contains("lines.difference_quantity,lines.lot\r\n", "1,BELL,A BELL,100,97,-3,\r\n")
        .doesNotContain("unit_cost", "difference_value");
    assertThat(core.as("storekeeper").get(base + "/exports/stock-movements").body())
        .contains("adjustment,stock,count,SC-000001,BELL,MAIN,-3\r\n");
    assertThat(core.get(base + "/exports/stock-balances").body())
        .contains("item,location,on_hand,average_cost,value", "BELL,MAIN,97,10.000000,970.00");
    assertThat(core.as("storekeeper").get(base + "/exports/stock-balances").body())
        .contains("item,location,on_hand\r\n");
  }

  @Test
  void isTheStorekeepersAndNotTheSellersToMake() {
    core.as("sales").post(base + "/stock/counts", json("{'location':'MAIN'}")).expecting(403);
    core.as("storekeeper").post(base + "/stock/counts", json("{'location':'MAIN'}")).expecting(201);
  }

  private void refused(String sheet, String field, String expected) {
    JsonNode problem =
        core.post(base + "/stock/counts", json(sheet)).expecting(422).json().at("/problems/0");
    assertThat(problem.get("field").asString()).endsWith(field);
    assertThat(problem.get("expected").asString()).contains(expected);
  }

  private String draft(String sheet) {
    return "/stock/counts/" + send("/stock/counts", sheet).json().get("number").asString();
  }

  private void change(String path, int version, String lines) {
    core.send("PUT", base + path, json("{'lines':[" + lines + "]}"), version(version))
        .expecting(200);
  }

  /** Each line as item, booked, counted, difference and its value. */
  private List<String> lines(String path) {
    return core.get(base + path)
        .json()
        .get("lines")
        .valueStream()
        .map(
            line ->
                String.join(
                    " ",
                    line.get("item").asString(),
                    text(line, "bookedQuantity"),
                    text(line, "countedQuantity"),
                    text(line, "differenceQuantity"),
                    text(line, "value")))
        .toList();
  }

  private static String text(JsonNode line, String field) {
    JsonNode value = line.get(field);
    return value == null ? "-" : value.decimalValue().stripTrailingZeros().toPlainString();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, json(body)).expecting(201);
  }

  private HttpAnswer act(String path, int version, String body) {
    return core.post(base + path, json(body), version(version));
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }
}
