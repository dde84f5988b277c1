package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Services and expense items that are ordered, confirmed and billed, over the API. */
class ServiceLinesApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;
  private String order;

  @BeforeEach
  void order() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}");
    post("/items", "{'code':'PAPER','name':'Paper','kind':'expense'}");
    post("/dimensions", "{'code':'COST-CENTRE','name':'C','values':[{'value':'1','label':'One'}]}");
    order =
        "/purchasing/orders/"
            + number(
                post(
                    "/purchasing/orders",
                    "{'supplier':'S','lines':[{'item':'WHEEL','quantity':10,'unitPrice':5},"
                        + "{'item':'WORK','quantity':10,'unitPrice':80,'account':'6700',"
                        + "'dimensions':'COST-CENTRE=1'},"
                        + "{'item':'PAPER','quantity':4,'unitPrice':3}]}"));
  }

  @Test
  void spendsAServiceWhenItIsConfirmedAndWhatItsBillDiffersBy() {
    assertThat(core.get(base + order).json().at("/lines/2/account").asString()).isEqualTo("6000");
    act("/receipts", "{'lines':[{'line':1,'quantity':10},{'line':2,'quantity':6}]}");
    assertBooks("1200", "50", "2100", "-530", "6700", "480");
    assertThat(TestingBooks.onHand(core, company, "WORK")).isZero();
    assertThat(TestingBooks.onHand(core, company, "WHEEL")).isEqualByComparingTo("10");
    JsonNode totals = got("/ledger/dimension-totals?dimension=COST-CENTRE").get("rows");
    assertThat(totals.toString()).contains("6700");
    act("/receipts", "{}");
    assertBooks("2100", "-862", "6700", "800", "6000", "12");
    act(
        "/invoices",
        "{'lines':[{'line':1,'quantity':10,'unitPrice':5},"
            + "{'line':2,'quantity':10,'unitPrice':80.2},{'line':3,'quantity':4,'unitPrice':3}]}");
    assertBooks("2100", "0", "2000", "-864", "6700", "802", "6000", "12", "1200", "50");
    assertThat(core.get(base + order).json().get("status").asString()).isEqualTo("invoiced");
    assertThat(got("/ledger/unbilled-goods").get("rows")).isEmpty();
    assertAllChecksHold();
  }

  @Test
  void matchesABillOfAServiceByLine() {
    act("/receipts", "{'lines':[{'line':2,'quantity':6}]}");
    HttpAnswer refused =
        send(order, "/invoices", "{'lines':[{'line':2,'quantity':7,'unitPrice':90}]}");
    assertThat(refused.expecting(409).body()).contains("lines.2.quantity", "lines.2.unitPrice");
    assertBooks("2100", "-480", "6700", "480");
  }

  @Test
  void takesAConfirmationBackAtWhatItCost() {
    act("/receipts", "{'lines':[{'line':2,'quantity':10}]}");
    String bill = number(act("/invoices", "{'lines':[{'line':2,'quantity':10,'unitPrice':80.2}]}"));
    JsonNode back = act("/returns", "{'receipt':'GR-000001'}").json();
    assertBooks("6700", "0", "2100", "802", "2000", "-802");
    String credit =
        "{'lines':[{'line':2,'returned':'%s'}]}".formatted(back.at("/receipt/number").asString());
    send("/purchasing/invoices/" + bill, "/credit-notes", credit).expecting(201);
    assertBooks("6700", "0", "2100", "0", "2000", "0");
    assertThat(got("/ledger/unbilled-goods").get("rows")).isEmpty();
    assertAllChecksHold();
  }

  @Test
  void spendsAServiceThatIsBilledBeforeWhenItIsConfirmed() {
    String bill = number(act("/invoices", "{'lines':[{'line':2,'quantity':10,'unitPrice':80.2}]}"));
    assertBooks("2000", "-802");
    assertThat(TestingBooks.balances(core, company)).doesNotContainKey("6700");
    act("/receipts", "{'lines':[{'line':2,'quantity':10}]}");
    assertBooks("6700", "802", "2100", "0");
    send("/purchasing/invoices/" + bill, "/reverse", "{'reason':'Wrong'}").expecting(201);
    assertBooks("6700", "800", "2100", "-800", "2000", "0");
    send(order, "/waive-bills", "{'reason':'A gift'}").expecting(200);
    assertBooks("6700", "0", "2100", "0");
    send(order, "/cancel", "{'reason':'Enough'}").expecting(200);
    assertThat(got("/ledger/unbilled-goods").get("rows")).isEmpty();
    assertAllChecksHold();
  }

  private void assertBooks(String... expected) {
    Map<String, String> balances = TestingBooks.balances(core, company);
    for (int i = 0; i < expected.length; i += 2) {
      assertThat(balances).containsEntry(expected[i], expected[i + 1]);
    }
  }

  private void assertAllChecksHold() {
    assertThat(got("/ledger/checks?holds=false").get("rows")).isEmpty();
  }

  private HttpAnswer act(String act, String body) {
    return send(order, act, body).expecting(201);
  }

  private HttpAnswer send(String path, String act, String body) {
    Map<String, String> version =
        Map.of("If-Match", "\"" + core.get(base + path).json().get("version").asInt() + "\"");
    return core.post(base + path + act, body.replace('\'', '"'), version);
  }

  private JsonNode got(String path) {
    return core.get(base + path).expecting(200).json();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
