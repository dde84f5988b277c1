package org.millrace.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** A command is told before it is done, and nothing of it stays. */
class PreviewTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;
  private String order;

  @BeforeEach
  void orderABell() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    make("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/stock/movements", "{'lines':[{'item':'BELL','quantity':9,'unitCost':2}]}");
    order =
        "/sales/orders/"
            + make(
                    "/sales/orders",
                    "{'customer':'C','lines':[{'item':'BELL','quantity':3,'unitPrice':5}]}")
                .get("number")
                .asString();
  }

  private JsonNode make(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private HttpAnswer preview(TestingCore who, String path, int version) {
    return who.post(
        base + path, "{}", Map.of("Preview", "true", "If-Match", "\"" + version + "\""));
  }

  @Test
  void tellsAnswerMovementsAndEntriesAndKeepsNothing() {
    Map<String, String> before = TestingBooks.balances(core, company);
    JsonNode told = preview(core, order + "/deliveries", 1).expecting(200).json();
    assertThat(told.get("status").asInt()).isEqualTo(201);
    assertThat(told.get("events").findValuesAsString("event"))
        .contains("sales.order-delivered", "stock.goods-moved", "ledger.journal-entry-posted");
    assertThat(told.toString())
        .contains("\"account\":\"1200\"", "\"quantity\":-3")
        .doesNotContain("\"head\"");
    assertThat(TestingBooks.balances(core, company)).isEqualTo(before);
    assertThat(core.get(base + order).json().get("status").asString()).isEqualTo("open");
    assertThat(core.get(base + "/sales/deliveries").json().get("rows")).isEmpty();
    core.post(base + order + "/deliveries", "{}", Map.of("If-Match", "\"1\"")).expecting(201);
  }

  @Test
  void refusesWhatTheActRefuses() {
    assertThat(preview(core, order + "/deliveries", 7).expecting(412).body()).contains("version");
    assertThat(preview(core, order + "/invoices", 1).status()).isEqualTo(409);
    preview(core.as("viewer"), order + "/deliveries", 1).expecting(403);
  }

  @Test
  void leavesOutWhatTheCallerMayNotSee() {
    String told = preview(core.as("storekeeper"), order + "/deliveries", 1).expecting(200).body();
    assertThat(told)
        .contains("stock.goods-moved")
        .doesNotContain("ledger.journal-entry-posted", "unitCost");
  }
}
