package org.millrace.exchange.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** What is done to documents by files, and what a run made and takes back. */
class RunsTest {
  private static final String ORDERS =
      "number,supplier,occurred_at,original_author,lines.item,lines.quantity,lines.unit_price\n"
          + "OLD-1,C,2025-03-01T10:00:00Z,Ann,BELL,5,2\nOLD-1,C,,,RIM,1,7\n"
          + "OLD-2,C,2025-03-02T10:00:00Z,Ben,BELL,3,2\n";

  private final TestingCore core = TestingCore.running();
  private String base = "";

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany();
    make("/parties", "{'code':'C','name':'Shop','roles':['supplier'],'country':'IT'}");
    make("/items", "{'code':'BELL','name':'Bell'}");
    make("/items", "{'code':'RIM','name':'Rim'}");
  }

  @Test
  void receivesOrdersByTheNumbersThatTheyHadBefore() {
    finished("purchase-orders", ORDERS, 3);
    String receipts =
        "number,lines.line,lines.quantity,occurred_at\n"
            + "OLD-1,1,2,2025-03-10T10:00:00Z\nOLD-1,2,1,\n";
    finished("purchase-orders-receipts", receipts, 2);
    finished("purchase-orders-receipts", receipts, 0);
    assertThat(core.get(base + "/exports/stock-balances").expecting(200).body())
        .contains("BELL,MAIN,2", "RIM,MAIN,1");
    finished(
        "items-change",
        "number,name,unit,materials.item,materials.quantity\nBELL,Loud bell,pcs,,\n",
        1);
    assertThat(core.get(base + "/items/BELL").expecting(200).body()).contains("Loud bell");
  }

  @Test
  void undoesARunAsAWholeAndTakesItsFileAgain() {
    String run = finished("purchase-orders", ORDERS, 3).get("run").asString();
    JsonNode told = core.get(base + "/imports/runs").expecting(200).json().at("/rows/0");
    assertThat(told.get("documents").asLong()).isEqualTo(2);
    assertThat(told.get("run").asString()).isEqualTo(run);
    JsonNode undone = core.post(base + "/imports/runs/" + run + "/undo", "").expecting(200).json();
    assertThat(undone.get("documents").asInt()).isEqualTo(2);
    assertThat(core.get(base + "/exports/purchase-orders").body()).contains("cancelled");
    core.post(base + "/imports/runs/" + run + "/undo", "").expecting(404);
    finished("purchase-orders", ORDERS, 3);
  }

  @Test
  void undoesNothingWhereOneDocumentCannotBeTakenBack() {
    String run = finished("purchase-orders", ORDERS, 3).get("run").asString();
    finished("purchase-orders-receipts", "number\nOLD-1\n", 1);
    String body = core.post(base + "/imports/runs/" + run + "/undo", "").expecting(409).body();
    assertThat(body).contains("cannot be taken back").contains("The import stays as it is");
    assertThat(core.get(base + "/exports/purchase-orders").body()).doesNotContain("cancelled");
    String parties = "code,name,roles,country\nNEW,New,customer,IT\n";
    String masters = finished("parties", parties, 1).get("run").asString();
    core.post(base + "/imports/runs/" + masters + "/undo", "").expecting(409);
  }

  @Test
  void proposesAMappingAndShowsTheFirstRows() {
    String file = "Bestellnummer;Lieferant;Artikel;Menge;Einzelpreis\n7;C;BELL;2;1,50\n";
    JsonNode step =
        Json.mapper()
            .readTree(
                core.postFile(
                        base + "/imports/purchase-orders/proposals?file=a.csv",
                        file.getBytes(StandardCharsets.UTF_8))
                    .expecting(200)
                    .body());
    assertThat(step.at("/proposed/mapping").asString()).contains("supplier: \"Lieferant\"");
    assertThat(step.at("/proposed/missing")).isEmpty();
    assertThat(step.at("/rows/0/cells/0/lines.unit_price").asString("")).isEqualTo("1.5");
  }

  private JsonNode finished(String list, String file, long posted) {
    List<JsonNode> steps =
        core.post(base + "/imports/" + list + "?file=a.csv", file).expecting(200).steps();
    JsonNode end = steps.get(steps.size() - 1);
    assertThat(end.at("/rows/rejected").asLong(-1)).as(steps.toString()).isZero();
    assertThat(end.at("/rows/posted").asLong()).as(steps.toString()).isEqualTo(posted);
    return end;
  }

  private void make(String path, String json) {
    core.post(base + path, json.replace('\'', '"')).expecting(201);
  }
}
