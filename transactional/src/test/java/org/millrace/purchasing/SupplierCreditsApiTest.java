package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Bills without an order, charges, credit notes, and bills that do not fit, over the API. */
class SupplierCreditsApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S-1','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post(
        "/tax/codes",
        "{'code':'V20','name':'V','category':'standard',"
            + "'rates':[{'validFrom':'2011-01-01','rate':20}]}");
  }

  @Test
  void claimsGoodsThatGoBackAfterTheyAreBilledUntilTheyAreCredited() {
    String order = received("10");
    String bill = number(bill(order, "10"));
    JsonNode back =
        act(order, "/returns", "{'receipt':'GR-000001','lines':[{'line':1,'quantity':3}]}")
            .expecting(201)
            .json();
    String returned = back.at("/receipt/number").asString();
    assertThat(balances()).containsEntry("2100", "30").containsEntry("1200", "70");
    JsonNode open = unbilled();
    assertThat(open.get(0).get("kind").asString()).isEqualTo("return");
    assertThat(open.get(0).get("amount").decimalValue()).isEqualByComparingTo("-30");
    String credit = "{'supplierReference':'C-1','lines':[{'line':1,'returned':'%s'}]}";
    JsonNode note =
        act("/purchasing/invoices/" + bill, "/credit-notes", credit.formatted(returned))
            .expecting(201)
            .json();
    assertThat(note.get("kind").asString()).isEqualTo("credit-note");
    assertThat(note.get("openAmount").decimalValue()).isEqualByComparingTo("-36");
    assertThat(note.get("credits").asString()).isEqualTo(bill);
    assertThat(balances())
        .containsEntry("2100", "0")
        .containsEntry("2000", "-84")
        .containsEntry("1300", "14");
    assertThat(unbilled()).isEmpty();
    assertAllChecksHold();
    act("/purchasing/invoices/" + note.get("number").asString(), "/reverse", "{'reason':'Wrong'}")
        .expecting(201);
    assertThat(balances()).containsEntry("2100", "30").containsEntry("2000", "-120");
    assertAllChecksHold();
  }

  @Test
  void makesGoodsCheaperByACreditNoteForTheirPrice() {
    String order = received("10");
    String bill = number(bill(order, "10"));
    act("/purchasing/invoices/" + bill, "/credit-notes", "{'lines':[{'line':1,'amount':5}]}")
        .expecting(201);
    assertThat(balances()).containsEntry("1200", "95").containsEntry("2000", "-114");
    String refused =
        act("/purchasing/invoices/" + bill, "/credit-notes", "{'lines':[{'line':1,'amount':101}]}")
            .expecting(422)
            .body();
    assertThat(refused).contains("lines.1.amount", "at most the billed");
    assertAllChecksHold();
  }

  @Test
  void booksABillWithoutAnOrderToItsAccounts() {
    String bill =
        "{'supplier':'S-1','supplierReference':'E-1','charges':["
            + "{'text':'Advice','amount':100,'account':'6000','taxCode':'V20'},"
            + "{'text':'Less','amount':-10,'taxCode':'V20'}]}";
    JsonNode posted = post("/purchasing/invoices", bill).json();
    assertThat(posted.has("order")).isFalse();
    assertThat(balances())
        .containsEntry("6000", "90")
        .containsEntry("1300", "18")
        .containsEntry("2000", "-108");
    assertThat(core.post(base + "/purchasing/invoices", quoted(bill)).expecting(409).body())
        .contains("was posted before");
    String onStock =
        core.post(
                base + "/purchasing/invoices",
                quoted("{'supplier':'S-1','charges':[{'text':'A','amount':1,'account':'1200'}]}"))
            .expecting(422)
            .body();
    assertThat(onStock).contains("charges.1.account", "that documents alone do not move");
    act("/purchasing/invoices/" + posted.get("number").asString(), "/reverse", "{'reason':'No'}")
        .expecting(201);
    assertThat(balances()).containsEntry("6000", "0").containsEntry("2000", "0");
    assertAllChecksHold();
  }

  @Test
  void holdsABillThatDoesNotFitUntilSomebodyAcceptsIt() {
    String order = received("10");
    String lines = "'lines':[{'line':1,'quantity':12,'unitPrice':11}]";
    core.post(base + order + "/invoices", quoted("{" + lines + "}"), version(order)).expecting(409);
    String path = order.replace("/purchasing/orders/", "");
    JsonNode held =
        post("/purchasing/blocked-bills", "{'order':'%s',%s}".formatted(path, lines)).json();
    assertThat(held.get("billedAmount").decimalValue()).isEqualByComparingTo("132");
    assertThat(held.get("expectedAmount").decimalValue()).isEqualByComparingTo("100");
    assertThat(held.get("differences").findValuesAsString("kind"))
        .containsExactly("quantity", "price");
    assertThat(held.at("/differences/0/value").decimalValue()).isEqualByComparingTo("22");
    assertThat(held.at("/differences/1/value").decimalValue()).isEqualByComparingTo("10");
    String number = "/purchasing/blocked-bills/" + held.get("number").asString();
    act(number, "/ask-credit-note", "{'reason':'Too dear'}").expecting(200);
    act(number, "/accept", "{'reason':''}").expecting(422);
    JsonNode accepted = act(number, "/accept", "{'reason':'Agreed'}").expecting(200).json();
    assertThat(accepted.get("status").asString()).isEqualTo("accepted");
    assertThat(balances()).containsEntry("2000", "-132");
    act(number, "/refuse", "{'reason':'No'}").expecting(409);
    assertAllChecksHold();
  }

  @Test
  void keepsTheRateOfTheReceiptAndCallsTheRestExchange() {
    String placed =
        "{'supplier':'S-1','currency':'USD','rate':'0.9',"
            + "'lines':[{'item':'WHEEL','quantity':10,'unitPrice':10}]}";
    String order = "/purchasing/orders/" + number(post("/purchasing/orders", placed));
    act(order, "/receipts", "{'rate':'0.8'}").expecting(201);
    assertThat(balances()).containsEntry("1200", "80").containsEntry("2100", "-80");
    JsonNode bill =
        act(
                order,
                "/invoices",
                "{'rate':'0.85','lines':[{'line':1,'quantity':10,'unitPrice':10.10}]}")
            .expecting(201)
            .json();
    assertThat(bill.get("exchangeDifference").decimalValue()).isEqualByComparingTo("5.05");
    assertThat(balances())
        .containsEntry("1200", "80.8")
        .containsEntry("2000", "-85.85")
        .containsEntry("6800", "5.05")
        .containsEntry("2100", "0");
    assertAllChecksHold();
  }

  private String received(String price) {
    String order =
        "/purchasing/orders/"
            + number(
                post(
                    "/purchasing/orders",
                    "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':10,'unitPrice':%s}]}"
                        .formatted(price)));
    act(order, "/receipts", "{}").expecting(201);
    return order;
  }

  private HttpAnswer bill(String order, String price) {
    String lines = "{'lines':[{'line':1,'quantity':10,'unitPrice':%s,'taxCode':'V20'}]}";
    return act(order, "/invoices", lines.formatted(price)).expecting(201);
  }

  private Map<String, String> balances() {
    return TestingBooks.balances(core, company);
  }

  private JsonNode unbilled() {
    return core.get(base + "/ledger/unbilled-goods").expecting(200).json().get("rows");
  }

  private void assertAllChecksHold() {
    assertThat(core.get(base + "/ledger/checks?holds=false").expecting(200).json().get("rows"))
        .isEmpty();
  }

  private Map<String, String> version(String path) {
    return Map.of("If-Match", "\"" + core.get(base + path).json().get("version").asInt() + "\"");
  }

  private HttpAnswer act(String path, String act, String body) {
    return core.post(base + path + act, quoted(body), version(path));
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, quoted(body)).expecting(201);
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }

  private static String quoted(String body) {
    return body.replace('\'', '"');
  }
}
