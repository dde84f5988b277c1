package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** The checklist of a month, and the documents behind its lines. */
class ChecklistApiTest {
  private static final String MARCH = "'occurredAt':'2026-03-10T10:00:00Z',";

  private final TestingCore core = TestingCore.running();
  private String ledger;
  private String base;

  @BeforeEach
  void opensBooks() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    ledger = base + "/ledger";
    post(
            base + "/ledger/entries",
            "{"
                + MARCH
                + "'text':'Rent','lines':[{'account':'6000',"
                + "'debit':10},{'account':'1000','credit':10}]}")
        .expecting(201);
  }

  @Test
  void aMonthWithNothingOpenIsClosed() {
    assertThat(counts("2026-03"))
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "drafts", "done 0",
                    "unbilled-goods", "done 0",
                    "bank-lines", "done 0",
                    "depreciation", "done 0",
                    "revaluation", "done 0",
                    "tax-return", "done 0",
                    "openings", "done 0",
                    "books-hold", "done 0")));
    post(ledger + "/periods/2026-03/close", "").expecting(200);
  }

  @Test
  void goodsThatNobodyBilledHoldTheMonthUntilTheyAreWaived() {
    String receipt = received();
    assertThat(counts("2026-02")).containsEntry("unbilled-goods", "done 0");
    assertThat(counts("2026-03")).containsEntry("unbilled-goods", "open 1");
    HttpAnswer refused = post(ledger + "/periods/2026-03/close", "{}").expecting(409);
    assertThat(refused.json().get("detail").asString())
        .contains("checklist.unbilled-goods is '1', expected 0 open documents");
    String line = ledger + "/closing-lines/2026-03:unbilled-goods";
    JsonNode behind = core.get(line).expecting(200).json().at("/documents/0");
    assertThat(behind.get("kind").asString()).isEqualTo("ledger/unbilled");
    assertThat(behind.get("number").asString()).isEqualTo(receipt);
    core.get(ledger + "/unbilled-goods/" + receipt).expecting(200);
    post(line + "/waive", "{'reason':' '}").expecting(422);
    JsonNode waived = post(line + "/waive", "{'reason':'Billed in April'}").expecting(200).json();
    assertThat(waived.get("status").asString()).isEqualTo("waived");
    post(line + "/withdraw", "{}").expecting(200);
    post(ledger + "/periods/2026-03/close", "{}").expecting(409);
    post(line + "/waive", "{'reason':'Billed in April'}").expecting(200);
    post(ledger + "/periods/2026-03/close", "{}").expecting(200);
    post(line + "/withdraw", "{}").expecting(409);
    core.get(ledger + "/closing-lines/2026-03:beer").expecting(404);
  }

  @Test
  void whoClosesMonthsMayNotOpenThem() {
    post(ledger + "/periods/2026-03/close", "").expecting(200);
    String why = "{\"reason\": \"A bill came late\"}";
    core.as("finance").post(ledger + "/periods/2026-03/reopen", why).expecting(403);
    core.as("controller").post(ledger + "/periods/2026-03/reopen", why).expecting(200);
    JsonNode history = core.get(ledger + "/periods/2026-03").json().get("history");
    assertThat(history.at("/0/event").asString()).isEqualTo("ledger.period-reopened");
    assertThat(history.at("/0/reason").asString()).isEqualTo("A bill came late");
    assertThat(history.at("/1/event").asString()).isEqualTo("ledger.period-closed");
  }

  @Test
  void assetsThatAreNotDepreciatedThroughItsLastDayAreFound() {
    post(
            base + "/asset/assets",
            "{'name':'Press','cost':1000,'residual':100,'life':24,'acquiredOn':'2026-01-01'}")
        .expecting(201);
    assertThat(counts("2026-03")).containsEntry("depreciation", "open 1");
    post(base + "/asset/depreciations", "{'through':'2026-03-31'}").expecting(200);
    assertThat(counts("2026-03")).containsEntry("depreciation", "done 0");
    assertThat(counts("2026-04")).containsEntry("depreciation", "open 1");
  }

  private String received() {
    post(base + "/parties", "{'code':'S','name':'Mill','roles':['supplier'],'country':'Italy'}");
    post(base + "/items", "{'code':'HINGE','name':'Hinge'}");
    String order =
        post(
                base + "/purchasing/orders",
                "{'supplier':'S',"
                    + MARCH
                    + "'lines':[{'item':'HINGE','quantity':10,"
                    + "'unitPrice':10}]}")
            .expecting(201)
            .json()
            .get("number")
            .asString();
    core.post(
            base + "/purchasing/orders/" + order + "/receipts",
            "{\"occurredAt\": \"2026-03-10T10:00:00Z\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    return core.get(base + "/purchasing/receipts").json().at("/rows/0/number").asString();
  }

  private Map<String, String> counts(String month) {
    Map<String, String> counts = new TreeMap<>();
    core.get(ledger + "/closing-lines?month=" + month)
        .expecting(200)
        .json()
        .get("rows")
        .forEach(
            row ->
                counts.put(
                    row.get("name").asString(),
                    row.get("status").asString() + " " + row.get("openCount").asInt()));
    return counts;
  }

  private HttpAnswer post(String path, String body) {
    return core.post(path, body.replace('\'', '"'));
  }
}
