package org.millrace.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** A firm begins with sales, stock and the books; the other modules are switched off. */
class ModulesApiTest {
  private static final String OFF = "purchasing,sourcing,production,planning,crm,service";

  private static TestingCore core;

  private String base;

  @BeforeAll
  static void start() {
    core = TestingCore.startedWith(Map.of("MILLRACE_MODULES_OFF", OFF));
  }

  @AfterAll
  static void end() {
    core.end();
  }

  @Test
  void sellsFromStockToCashAndBooksIt() {
    openAShop();
    String sale = "{'customer':'C-1'," + "'lines':[{'item':'BELL','quantity':4,'unitPrice':25}]}";
    String order = post("/sales/orders", sale).path("number").asString();
    post("/sales/orders/" + order + "/deliveries", "{}", 1);
    String invoice =
        post("/sales/orders/" + order + "/invoices", "{}", 2).path("number").asString();
    JsonNode bill = core.get(base + "/sales/invoices/" + invoice).expecting(200).json();
    assertThat(bill.path("openAmount").asInt()).isEqualTo(100);
    JsonNode stock = core.get(base + "/stock/balances?item=BELL").expecting(200).json();
    assertThat(stock.path("rows").get(0).path("onHand").asInt()).isEqualTo(6);
    JsonNode checks = core.get(base + "/ledger/checks").expecting(200).json().path("rows");
    assertThat(checks).isNotEmpty().allMatch(check -> check.path("holds").asBoolean());
  }

  @Test
  void letsNobodyIntoWhatIsSwitchedOff() {
    openAShop();
    for (String path : OFF.split(",")) {
      assertThat(core.get("/api/session").expecting(200).body()).doesNotContain(path + ".");
    }
    assertThat(core.get(base + "/purchasing/orders").expecting(403).body())
        .contains("The module purchasing is switched off here.", "modules-off");
    core.post(base + "/service/tickets", "{\"subject\":\"Brake\",\"customer\":\"C-1\"}")
        .expecting(403);
    JsonNode modules = core.get("/api/modules").expecting(200).json().path("modules");
    assertThat(modules)
        .anyMatch(m -> m.path("name").asString().equals("crm") && !m.path("on").asBoolean());
    assertThat(modules)
        .anyMatch(m -> m.path("name").asString().equals("sales") && m.path("on").asBoolean());
  }

  private void openAShop() {
    base = "/api/companies/" + core.newCompany();
    post("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'IT'}");
    post("/items", "{'code':'BELL','name':'Bell'}");
    post("/stock/movements", "{'lines':[{'item':'BELL','quantity':10,'unitCost':12}]}");
  }

  private JsonNode post(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private JsonNode post(String path, String json, int version) {
    return core.post(base + path, json, Map.of("If-Match", "\"" + version + "\""))
        .expecting(201)
        .json();
  }
}
