package org.millrace.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Assets over the API, and what they post. */
class AssetsApiTest {
  private static final String PRESS =
      "{'name':'Press','cost':1000,'residual':100,'life':24,'acquiredOn':'2026-01-01'}";

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openCompany() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
  }

  @Test
  void acquiresDepreciatesRaisesTheCostAndSells() {
    String press = acquired(PRESS);
    act(press, "depreciate", "{'through':'2026-03-31'}").expecting(200);
    JsonNode raised =
        act(press, "revalue", "{'newCost':1100,'date':'2026-04-01'}").expecting(200).json();
    assertThat(raised.get("bookValue").decimalValue()).isEqualByComparingTo("987.5");
    JsonNode sold =
        act(press, "dispose", "{'price':600,'date':'2026-07-01'}").expecting(200).json();
    assertThat(sold.get("status").asString()).isEqualTo("disposed");
    assertThat(sold.get("gain").decimalValue()).isEqualByComparingTo("-260.72");
    assertThat(balances())
        .isEqualTo(
            Map.of(
                "1000", "-500.00", "1500", "0.00", "1590", "0.00", "6200", "239.28", "6500",
                "260.72"));
    assertThat(act(press, "depreciate", "{'through':'2026-08-31'}").expecting(409).body())
        .contains("Asset " + press + " cannot be depreciated: it is disposed.");
    assertThat(rows(press)).hasSize(6);
  }

  @Test
  void depreciatesAMonthOnce() {
    String press = acquired(PRESS);
    JsonNode once = act(press, "depreciate", "{'through':'2026-02-28'}").expecting(200).json();
    assertThat(once.get("accumulatedDepreciation").decimalValue()).isEqualByComparingTo("75");
    JsonNode twice = act(press, "depreciate", "{'through':'2026-03-30'}").expecting(200).json();
    assertThat(twice.get("version")).isEqualTo(once.get("version"));
    assertThat(balances()).containsEntry("1590", "-75.00").containsEntry("6200", "75.00");
    JsonNode rows = rows(press);
    assertThat(rows).hasSize(24);
    assertThat(rows.get(1).get("booked").asBoolean()).isTrue();
    assertThat(rows.get(2).get("booked").asBoolean()).isFalse();
    assertThat(rows.get(23).get("bookValue").decimalValue()).isEqualByComparingTo("100");
  }

  @Test
  void runsOverAllAssets() {
    acquired(PRESS);
    String sold = acquired(PRESS);
    act(sold, "dispose", "{'price':0,'date':'2026-01-20'}").expecting(200);
    acquired("{'name':'Van','cost':3600,'life':36,'acquiredOn':'2026-02-20'}");
    String run = "{'through':'2026-03-31'}";
    assertThat(post("/asset/depreciations", run).expecting(200).json().toString())
        .isEqualTo("{\"through\":\"2026-03-31\",\"assets\":2,\"charges\":5,\"amount\":312.50}");
    assertThat(post("/asset/depreciations", run).expecting(200).json().get("charges").asInt())
        .isZero();
    assertThat(balances()).containsEntry("6200", "312.50").containsEntry("6500", "1000.00");
  }

  @Test
  void takesBackWhatWasChargedByMistake() {
    String press = acquired(PRESS);
    act(press, "depreciate", "{'through':'2026-06-30'}").expecting(200);
    JsonNode back =
        act(press, "reverse-depreciation", "{'through':'2026-02-28','reason':'too far'}")
            .expecting(200)
            .json();
    assertThat(back.get("accumulatedDepreciation").decimalValue()).isEqualByComparingTo("75");
    assertThat(balances()).containsEntry("1590", "-75.00");
    assertThat(
            act(press, "reverse-depreciation", "{'through':'2026-02-28','reason':'again'}")
                .expecting(422)
                .body())
        .contains("a day after which depreciation is booked");
    JsonNode again = act(press, "depreciate", "{'through':'2026-03-31'}").expecting(200).json();
    assertThat(again.get("accumulatedDepreciation").decimalValue()).isEqualByComparingTo("112.5");
  }

  @Test
  void takesBackOnDisposalWhatWasChargedBeyondItsUse() {
    String press = acquired(PRESS);
    act(press, "depreciate", "{'through':'2026-07-31'}").expecting(200);
    JsonNode sold =
        act(press, "dispose", "{'price':775,'date':'2026-06-30'}").expecting(200).json();
    assertThat(sold.get("gain").decimalValue()).isEqualByComparingTo("0");
    assertThat(balances()).containsEntry("6200", "225.00").containsEntry("1500", "0.00");
  }

  @Test
  void leavesClosedMonthsAsTheyAre() {
    String press = acquired(PRESS);
    post("/ledger/periods/2026-02/close", "{'waiver':'Later'}").expecting(200);
    act(press, "depreciate", "{'through':'2026-03-31'}").expecting(200);
    JsonNode entries =
        core.get(base + "/ledger/entries?rule=asset.asset-changed&sort=number").json().get("rows");
    assertThat(entries).hasSize(4);
    assertThat(entries.get(1).get("text").asString())
        .isEqualTo("Depreciation to 2026-01-31 of " + press + " Press");
    assertThat(entries.get(1).get("postingDate").asString()).isEqualTo("2026-03-01");
    assertThat(entries.get(3).get("postingDate").asString()).isEqualTo("2026-03-31");
    assertThat(act(press, "capitalise", "{'amount':100,'date':'2026-02-10'}").expecting(409).body())
        .contains("closed");
  }

  @Test
  void restatesToFairValueAndKeepsSurplusAndLoss() {
    String land =
        acquired(
            "{'name':'Hall','cost':200000,'life':20,'lifeUnit':'years','period':'year',"
                + "'acquiredOn':'2023-01-01'}");
    act(land, "depreciate", "{'through':'2024-12-31'}").expecting(200);
    JsonNode up =
        act(land, "revalue", "{'fairValue':234000,'date':'2024-12-31'}").expecting(200).json();
    assertThat(up.get("revaluationSurplus").decimalValue()).isEqualByComparingTo("54000");
    act(land, "depreciate", "{'through':'2025-12-31'}").expecting(200);
    JsonNode down =
        act(land, "revalue", "{'fairValue':150000,'date':'2025-12-31'}").expecting(200).json();
    assertThat(down.get("revaluationSurplus").decimalValue()).isEqualByComparingTo("0");
    assertThat(down.get("revaluationLoss").decimalValue()).isEqualByComparingTo("17000");
    assertThat(balances())
        .containsEntry("1500", "150000.00")
        .containsEntry("1590", "0.00")
        .containsEntry("3500", "0.00")
        .containsEntry("6600", "17000.00");
  }

  @Test
  void yearsOfDepreciationEndWithTheFiscalYear() {
    Map<String, String> version = Map.of("If-Match", core.get(base).header("ETag").orElseThrow());
    core.send("PUT", base, "{\"fiscalYearStartMonth\":4}", version).expecting(200);
    String hall =
        acquired(
            "{'name':'Hall','cost':1200,'life':10,'lifeUnit':'years','period':'year',"
                + "'acquiredOn':'2024-04-01'}");

    JsonNode asset = act(hall, "depreciate", "{'through':'2025-03-31'}").expecting(200).json();

    assertThat(asset.at("/books/0/yearEnd").asString()).isEqualTo("03-31");
    assertThat(balances()).containsEntry("1590", "-120.00");
  }

  @Test
  void takesOverWhatWasDepreciatedElsewhere() {
    String old =
        acquired(
            "{'name':'Lathe','cost':1200,'life':12,'acquiredOn':'2025-10-01',"
                + "'openingThrough':'2025-12-31','books':[{'name':'tax','life':6}]}");
    assertThat(balances())
        .isEqualTo(Map.of("1500", "1200.00", "1590", "-300.00", "3950", "-900.00"));
    JsonNode lathe = core.get(base + "/asset/assets/" + old).json();
    assertThat(lathe.get("books").get(1).get("bookValue").decimalValue())
        .isEqualByComparingTo("600");
    act(old, "depreciate", "{'through':'2026-01-31'}").expecting(200);
    assertThat(balances()).containsEntry("1590", "-400.00");
  }

  @Test
  void chargesUnitsAndChangesAnEstimate() {
    String press =
        acquired(
            "{'name':'Press','method':'units-of-production','cost':120000,'residual':20000,"
                + "'life':400000,'acquiredOn':'2026-01-01'}");
    act(press, "use", "{'units':31250,'date':'2026-01-31'}").expecting(200);
    JsonNode used =
        act(press, "change-life", "{'life':300000,'residual':10000,'date':'2026-02-01'}")
            .expecting(200)
            .json();
    assertThat(used.get("bookValue").decimalValue()).isEqualByComparingTo("112187.5");
    assertThat(
            core.get(base + "/asset/assets/" + press + "/schedule")
                .json()
                .get("books")
                .get(0)
                .get("perUnit")
                .decimalValue())
        .isEqualByComparingTo("0.380233");
  }

  @Test
  void namesWhatDoesNotFit() {
    assertThat(post("/asset/assets", "{'name':'Press','cost':0,'life':0}").expecting(422).body())
        .contains("\"field\":\"life\"");
    assertThat(
            post("/asset/assets", "{'name':'Press','cost':10,'residual':11,'life':12}")
                .expecting(422)
                .body())
        .contains("\"field\":\"residual\"", "at most the cost");
    assertThat(post("/asset/assets", "{'name':'Press','cost':10}").expecting(422).body())
        .contains("\"field\":\"life\"", "the useful life");
    String press = acquired(PRESS);
    assertThat(act(press, "revalue", "{}").expecting(422).body()).contains("\"fairValue\"");
    assertThat(act(press, "dispose", "{'price':1,'date':'2025-12-31'}").expecting(422).body())
        .contains("a day from 2026-01-01 on");
    HttpAnswer ahead = act(press, "depreciate", "{'through':'2098-12-31'}");
    assertThat(ahead.body()).contains("confirmed: true");
    act(press, "depreciate", "{'through':'2098-12-31','confirmed':true}").expecting(200);
    assertThat(balances()).containsEntry("1590", "-900.00");
  }

  @Test
  void isWrittenByAccountantsAndReadByFinance() {
    String press = acquired(PRESS);
    assertThat(core.as("finance").get(base + "/asset/assets/" + press).status()).isEqualTo(200);
    assertThat(core.as("sales").get(base + "/asset/assets/" + press).status()).isEqualTo(403);
    JsonNode steps = core.as("finance").get(base + "/asset/assets/" + press).json().get("steps");
    assertThat(steps).hasSize(7).noneMatch(step -> step.get("allowed").asBoolean());
  }

  @Test
  void bringsAssetsInFromAFileAndGivesThemOut() {
    String file = "name,cost,life,acquired_on\nPress,1200,12,2026-01-05\nVan,0,12,2026-01-05\n";
    assertThat(core.post(base + "/imports/assets?file=a.csv", file).expecting(200).body())
        .contains("\"posted\":1", "\"rejected\":1");
    String given = core.get(base + "/exports/assets").expecting(200).body();
    assertThat(given)
        .contains("books.method", "straight-line", "FA-000001,Press,active,2026-01-05");
    assertThat(core.post(base + "/imports/assets?file=copy.csv", given).expecting(200).body())
        .contains("\"posted\":1", "\"rejected\":0");
  }

  private JsonNode rows(String asset) {
    JsonNode schedule = core.get(base + "/asset/assets/" + asset + "/schedule").json();
    return schedule.get("books").get(0).get("rows");
  }

  private String acquired(String asset) {
    return post("/asset/assets", asset).expecting(201).json().get("number").asString();
  }

  private HttpAnswer act(String asset, String verb, String body) {
    String path = base + "/asset/assets/" + asset;
    long version = core.get(path).json().get("version").asLong();
    Map<String, String> expected = Map.of("If-Match", "\"" + version + "\"");
    return core.post(path + "/" + verb, body.replace('\'', '"'), expected);
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  /** The accounts that moved, debit positive. */
  private Map<String, String> balances() {
    Map<String, String> balances = new TreeMap<>();
    core.get(base + "/ledger/trial-balance?month=2099-12")
        .json()
        .get("rows")
        .forEach(
            row ->
                balances.put(
                    row.get("account").asString(),
                    row.get("closing").decimalValue().setScale(2).toPlainString()));
    return balances;
  }
}
