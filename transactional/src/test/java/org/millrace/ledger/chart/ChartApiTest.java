package org.millrace.ledger.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.ledger.StandardAccounts;
import tools.jackson.databind.JsonNode;

/** Charts that companies begin with, and accounts of their own. */
class ChartApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany();
  }

  @Test
  void aFirmOnTheChineseChartPostsThere() {
    assertThat(
            post("/ledger/chart", "{'chart':'prc'}").expecting(200).json().get("accounts").asInt())
        .isGreaterThan(60);
    post("/items", "{'code':'BELL','name':'Bell'}").expecting(201);
    post("/parties", "{'code':'C','name':'C','roles':['customer'],'country':'CN'}").expecting(201);
    post(
            "/stock/movements",
            "{'reason':'opening','lines':[{'item':'BELL','quantity':5,'unitCost':4}]}")
        .expecting(201);
    String number =
        post(
                "/sales/invoices",
                "{'customer':'C','lines':[{'item':'BELL','quantity':2,'unitPrice':9}]}")
            .expecting(201)
            .json()
            .get("number")
            .asString();
    core.send(
            "POST",
            base + "/sales/invoices/" + number + "/payments",
            "{\"amount\":18}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    JsonNode trial = core.get(base + "/ledger/trial-balance").expecting(200).json();
    assertThat(trial.toString()).contains("Finished goods");
    assertThat(closing(trial, "1405")).isEqualTo("12.00");
    assertThat(closing(trial, "6001")).isEqualTo("-18.00");
    assertThat(closing(trial, "6401")).isEqualTo("8.00");
    assertThat(closing(trial, "1002")).isEqualTo("18.00");
    assertThat(closing(trial, "410499")).isEqualTo("-20.00");
    JsonNode checks = core.get(base + "/ledger/checks").expecting(200).json().get("rows");
    checks.forEach(
        check -> assertThat(check.get("holds").asBoolean()).as(check.toString()).isTrue());
    post("/ledger/chart", "{'chart':'ifrs'}").expecting(409);
    post(
            "/ledger/entries",
            "{'text':'x','lines':[{'account':'6000','debit':1},{'account':'1002','credit':1}]}")
        .expecting(422);
  }

  private static String closing(JsonNode trial, String account) {
    for (JsonNode row : trial.get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return row.get("closing").asString();
      }
    }
    return "none";
  }

  @Test
  void everyRoleHasAnAccountOfTheChineseChart() {
    TreeSet<String> roles = new TreeSet<>();
    ChartFile.of(ChartFile.Name.PRC).forEach(account -> roles.addAll(account.roleWords()));
    assertThat(roles).isEqualTo(new TreeSet<>(StandardAccounts.roles().keySet()));
  }

  @Test
  void accountsAreAddedRenamedAndClosed() {
    post("/ledger/chart-accounts", "{'code':'6050','name':'Travel','type':'expense'}")
        .expecting(201);
    String entry =
        "{'text':'x','lines':[{'account':'6050','debit':1},{'account':'1000','credit':1}]}";
    post("/ledger/entries", entry).expecting(201);
    change("6050", 1, "{'name':'Journeys','control':false,'closed':true}").expecting(200);
    post("/ledger/entries", entry).expecting(422);
    JsonNode trial = core.get(base + "/ledger/trial-balance").expecting(200).json();
    assertThat(trial.toString()).contains("Journeys");
    post("/ledger/chart-accounts", "{'code':'6000','name':'Rent','type':'asset'}").expecting(422);
    post("/ledger/chart-accounts", "{'code':'6000','name':'Rent','type':'expense'}").expecting(201);
    post("/ledger/chart-accounts", "{'code':'X','name':'X','type':'asset','roles':'nothing'}")
        .expecting(422);
    post("/ledger/entries/1/reverse", "{}").expecting(201);
  }

  @Test
  void aRoleMovesTheRules() {
    post(
            "/ledger/chart-accounts",
            "{'code':'4050','name':'Shops','type':'revenue','roles':'revenue','reportsAs':'4000'}")
        .expecting(201);
    post("/ledger/chart-accounts", "{'code':'4060','name':'N','type':'revenue','roles':'revenue'}")
        .expecting(422);
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
    post("/parties", "{'code':'C','name':'C','roles':['customer'],'country':'CN'}").expecting(201);
    post("/sales/invoices", "{'customer':'C','lines':[{'item':'WORK','quantity':2,'unitPrice':9}]}")
        .expecting(201);
    JsonNode line = core.get(base + "/ledger/entries/1").expecting(200).json().at("/lines/1");
    assertThat(line.get("account").asString()).isEqualTo("4050");
    assertThat(line.get("reportsAs").asString()).isEqualTo("4000");
  }

  private HttpAnswer change(String code, int version, String body) {
    return core.send(
        "PUT",
        base + "/ledger/chart-accounts/" + code,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }
}
