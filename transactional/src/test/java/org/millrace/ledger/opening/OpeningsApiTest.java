package org.millrace.ledger.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** A firm moves in: balances of accounts, open items, stock and assets, over HTTP and by files. */
class OpeningsApiTest {
  private static final String DAY = "'date':'2025-12-31'";
  private static final String BALANCES =
      """
      number,date,reference,lines.account,lines.debit,lines.credit
      1,2025-12-31,Trial balance 2025,1000,5000,
      1,2025-12-31,Trial balance 2025,2200,,400
      1,2025-12-31,Trial balance 2025,2500,,2000
      1,2025-12-31,Trial balance 2025,3000,,3000
      1,2025-12-31,Trial balance 2025,3900,,910
      """;
  private static final String STOCK =
      """
      item,quantity,unit_cost,date
      BELL,20,12.5,2025-12-31
      RIM,4,40,2025-12-31
      """;

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openAShop() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    core.send(
            "PUT", base, "{\"earliestBusinessDate\": \"2020-01-01\"}", Map.of("If-Match", "\"1\""))
        .expecting(200);
    send("/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'IT'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/items", "{'code':'RIM','name':'Rim'}");
  }

  /** 5000 + 800 + 410 + 900 = 400 + 2000 + 3000 + 910 + 800: the trial balance of the old books. */
  @Test
  void aFirmMovesInWithoutAnyIncomeAndNothingIsLeft() {
    assertThat(imported("openings", BALANCES)).isEqualTo("5 = 5 + 0 + 0");
    assertThat(imported("openings", BALANCES)).isEqualTo("5 = 0 + 5 + 0");
    assertThat(balances()).containsEntry("3950", "1310");
    assertThat(checked("2025-12")).isEqualTo("open 1");
    owed("receivables", 800);
    owed("payables", 800);
    assertThat(imported("opening-stock", STOCK)).isEqualTo("2 = 2 + 0 + 0");
    assertThat(imported("opening-stock", STOCK)).isEqualTo("2 = 0 + 2 + 0");
    assertThat(sources())
        .isEqualTo(
            Map.of(
                "ledger.opening", "1310.00",
                "settlement.opening-item", "0.00",
                "stock.opening", "-410.00"));
    send(
        "/asset/assets",
        "{'name':'Lathe','cost':1200,'life':12,'acquiredOn':'2025-10-01',"
            + "'openingThrough':'2025-12-31'}");
    assertThat(balances())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "1000", "5000",
                    "1100", "800",
                    "1200", "410",
                    "1500", "1200",
                    "1590", "-300",
                    "2000", "-800",
                    "2200", "-400",
                    "2500", "-2000",
                    "3000", "-3000",
                    "3900", "-910")));
    assertThat(sources().values().stream().map(BigDecimal::new).reduce(BigDecimal::add))
        .hasValueSatisfying(left -> assertThat(left).isEqualByComparingTo("0"));
    assertThat(checked("2025-12")).isEqualTo("done 0");
    assertThat(core.get(base + "/ledger/verification").json().toString())
        .doesNotContain("\"holds\":false");
  }

  @Test
  void namesEachAccountThatComesInByAnotherDoorAndWhich() {
    String body =
        post(
                "/ledger/openings",
                "{"
                    + DAY
                    + ",'lines':[{'account':'1100','debit':1},{'account':'1200','debit':1},"
                    + "{'account':'4000','credit':1},{'account':'9999','credit':1},"
                    + "{'account':'1000'},{'account':'1000','debit':0.001},"
                    + "{'account':'1000','debit':1,'originalCurrency':'USD'}]}")
            .expecting(422)
            .body();
    assertThat(body)
        .contains("opening items, side receivables")
        .contains("movements with the reason opening")
        .contains("retained earnings (3900)")
        .contains("9999")
        .contains("an account of the chart")
        .contains("either a debit or a credit of more than 0")
        .contains("an amount without fractions of the smallest coin")
        .contains("an amount with its currency, or neither of the two");
    assertThat(post("/ledger/openings", "{" + DAY + ",'lines':[]}").expecting(422).body())
        .contains("at least one account");
    assertThat(balances()).isEmpty();
    core.get(base + "/ledger/opening-sources/stock.opening").expecting(404);
  }

  @Test
  void isTakenBackOnItsOwnDay() {
    JsonNode opened =
        send(
            "/ledger/openings",
            "{"
                + DAY
                + ",'lines':[{'account':'1000','debit':90,'originalCurrency':'USD',"
                + "'originalAmount':100},{'account':'3000','credit':50}]}");
    assertThat(opened.get("number").asString()).isEqualTo("OB-000001");
    assertThat(opened.get("difference").decimalValue()).isEqualByComparingTo("40");
    assertThat(balances())
        .isEqualTo(new TreeMap<>(Map.of("1000", "90", "3000", "-50", "3950", "-40")));
    String one = base + "/ledger/openings/OB-000001";
    HttpAnswer back = reverse(one, 1);
    assertThat(back.expecting(200).json().get("reversedOn").asString()).isEqualTo("2025-12-31");
    assertThat(balances()).isEmpty();
    assertThat(checked("2025-12")).isEqualTo("done 0");
    assertThat(reverse(one, 2).expecting(409).body()).contains("it is reversed");
    List<String> originals = new ArrayList<>();
    core.get(base + "/ledger/entries?document.type=opening")
        .json()
        .get("rows")
        .forEach(
            row ->
                core.get(base + "/ledger/entries/" + row.get("number"))
                    .json()
                    .get("lines")
                    .forEach(l -> originals.add(l.path("originalAmount").asString(""))));
    assertThat(originals).contains("100", "-100");
  }

  private HttpAnswer reverse(String one, int version) {
    return core.send(
        "POST",
        one + "/reverse",
        "{\"reason\": \"Counted twice\"}",
        Map.of("If-Match", "\"" + version + "\""));
  }

  private void owed(String side, int amount) {
    send(
        "/settlement/opening-items",
        "{'side':'%s','party':'C','sourceNumber':'R-1','itemDate':'2025-12-01','amount':%d,%s}"
            .formatted(side, amount, DAY));
  }

  private String imported(String kind, String file) {
    List<JsonNode> steps =
        core.post(base + "/imports/" + kind + "?file=f.csv", file)
            .expecting(200)
            .body()
            .lines()
            .map(Json.mapper()::readTree)
            .toList();
    JsonNode rows = steps.get(steps.size() - 1).get("rows");
    return "%s = %s + %s + %s"
        .formatted(rows.get("read"), rows.get("posted"), rows.get("there"), rows.get("rejected"));
  }

  private String checked(String month) {
    JsonNode line = core.get(base + "/ledger/closing-lines/" + month + ":openings").json();
    return line.get("status").asString() + " " + line.get("openCount").asInt();
  }

  private Map<String, String> sources() {
    Map<String, String> sources = new TreeMap<>();
    core.get(base + "/ledger/opening-sources")
        .expecting(200)
        .json()
        .get("rows")
        .forEach(
            row ->
                sources.put(
                    row.get("id").asString(),
                    row.get("balance").decimalValue().setScale(2).toPlainString()));
    return sources;
  }

  private Map<String, String> balances() {
    Map<String, String> balances = new TreeMap<>(TestingBooks.balances(core, company));
    balances.values().removeIf(balance -> new BigDecimal(balance).signum() == 0);
    return balances;
  }

  private JsonNode send(String path, String body) {
    return post(path, body).expecting(201).json();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }
}
