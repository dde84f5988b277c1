package org.millrace.party.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Duplicates, their merge with review, its undoing, and the exposure to what is one. */
class MergesApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void registerTwice() {
    base = "/api/companies/" + core.newCompany();
    party("'code':'RAD','name':'Rad und Tat GmbH','roles':['customer'],'creditLimit':500");
    party(
        "'code':'RAD-2','name':'Rad und Tat Gmbh.','roles':['customer','supplier'],"
            + "'phone':'089 1234567','taxNumbers':[{'kind':'eu-vat','number':'DE136695976'}],"
            + "'contacts':[{'name':'Maria'}]");
    party("'code':'WERK','name':'Stahlwerk','roles':['supplier'],'phone':'+49 (89) 1234567'");
  }

  private void party(String known) {
    post("/parties", "{" + known + ",'country':'Germany'}").expecting(201);
  }

  @Test
  void areProposedByNameNumberAndPhone() {
    party(
        "'code':'VAT','name':'Other','roles':['supplier'],"
            + "'taxNumbers':[{'kind':'eu-vat','number':'DE136695976'}]");
    JsonNode rows = core.get(base + "/party/duplicates").expecting(200).json().get("rows");
    assertThat(rows.findValuesAsString("party")).hasSize(3).contains("RAD", "RAD-2");
    JsonNode first =
        core.get(base + "/party/duplicates?reasons=tax-number").json().get("rows").get(0);
    assertThat(first.get("reasons").toString()).isEqualTo("[\"tax-number\"]");
    assertThat(first.get("score").asDouble()).isEqualTo(1);
    JsonNode named = core.get(base + "/party/duplicates?reasons=name").json().get("rows").get(0);
    assertThat(named.get("party").asString() + named.get("other").asString()).isEqualTo("RADRAD-2");
    assertThat(named.get("score").asDouble()).isBetween(0.7, 1.0);
    JsonNode phoned = core.get(base + "/party/duplicates?reasons=phone").json().get("rows").get(0);
    assertThat(phoned.get("other").asString()).isEqualTo("WERK");
  }

  @Test
  void areMergedAfterReviewAndUnmerged() {
    JsonNode proposed = propose("RAD-2", "RAD");
    assertThat(proposed.get("takes").findValuesAsString("field"))
        .containsExactlyInAnyOrder("roles", "phone", "contacts", "taxNumbers");
    String merge = "/party/merges/" + proposed.get("number").asString();
    String fewer =
        "{'takes':[{'field':'roles','value':'supplier'},"
            + "{'field':'taxNumbers','value':'DE136695976'}]}";
    send("PUT", merge, fewer, 1).expecting(200);
    assertThat(send("PUT", merge, "{'takes':[{'field':'phone','value':'1'}]}", 2).status())
        .isEqualTo(422);
    send("POST", merge + "/merge", "{}", 2).expecting(200);
    JsonNode rad = core.get(base + "/parties/RAD").json();
    assertThat(rad.get("roles").toString()).isEqualTo("[\"customer\",\"supplier\"]");
    assertThat(rad.get("taxNumbers")).hasSize(1);
    assertThat(rad.has("phone")).isFalse();
    assertThat(core.get(base + "/parties/RAD-2").json().get("mergedInto").asString())
        .isEqualTo("RAD");
    HttpAnswer refused =
        send("PUT", "/parties/RAD-2", "{'name':'X','roles':['customer'],'country':'DE'}", 2);
    assertThat(refused.json().get("detail").asString())
        .isEqualTo("Party RAD-2 was merged into RAD and cannot be changed. Work with that one.");
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
    String order = "{'customer':'RAD-2','lines':[{'item':'WORK','quantity':1,'unitPrice':1}]}";
    assertThat(post("/sales/orders", order).json().at("/problems/0/field").asString())
        .isEqualTo("customer");
    send("POST", merge + "/unmerge", "{}", 3).expecting(200);
    JsonNode back = core.get(base + "/parties/RAD").json();
    assertThat(back.get("roles").toString()).isEqualTo("[\"customer\"]");
    assertThat(back.has("taxNumbers")).isFalse();
    post("/sales/orders", order).expecting(201);
  }

  @Test
  void areNotProposedAgainOnceThatWasRejected() {
    JsonNode proposed = propose("RAD", "RAD-2");
    String merge = "/party/merges/" + proposed.get("number").asString();
    send("POST", merge + "/reject", "{}", 1).expecting(200);
    assertThat(core.get(base + "/party/duplicates?reasons=name").json().get("total").asInt())
        .isEqualTo(0);
    assertThat(send("POST", merge + "/merge", "{}", 2).status()).isEqualTo(409);
    assertThat(post("/party/merges", "{'party':'RAD','survivor':'RAD'}").status()).isEqualTo(422);
  }

  @Test
  void haveOneExposureNettedOverTheirRoles() {
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
    String line = "'lines':[{'item':'WORK','quantity':2,'unitPrice':100}]}";
    post("/sales/invoices", "{'customer':'RAD-2'," + line).expecting(201);
    post("/sales/orders", "{'customer':'RAD'," + line).expecting(201);
    String merge = "/party/merges/" + propose("RAD-2", "RAD").get("number").asString();
    send("POST", merge + "/merge", "{}", 1).expecting(200);
    JsonNode exposure = core.get(base + "/ledger/exposures/RAD").expecting(200).json();
    assertThat(exposure.get("receivables").asString()).isEqualTo("200.00");
    assertThat(exposure.get("openOrders").asString()).isEqualTo("200.00");
    assertThat(exposure.get("exposure").asString()).isEqualTo("400.00");
    assertThat(exposure.get("available").asString()).isEqualTo("100.00");
    assertThat(core.get(base + "/ledger/exposures?available.from=50").json().get("total").asInt())
        .isEqualTo(1);
  }

  private JsonNode propose(String party, String survivor) {
    return post("/party/merges", "{'party':'%s','survivor':'%s'}".formatted(party, survivor))
        .expecting(201)
        .json();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer send(String method, String path, String body, int version) {
    return core.send(
        method, base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
