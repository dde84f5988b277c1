package org.millrace.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Price lists, what they say, and documents that take their prices from them. */
class PricesApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void agree() {
    base = "/api/companies/" + core.newCompany();
    post(
            "/parties",
            "{'code':'DEALER','name':'D','roles':['customer'],'country':'IT',"
                + "'customerGroup':'DEALERS','terms':{'days':10,'dueFrom':'end-of-month',"
                + "'discountDays':5,'discountPercent':2}}")
        .expecting(201);
    post("/parties", "{'code':'SHOP','name':'S','roles':['customer'],'country':'IT'}")
        .expecting(201);
    post(
            "/items",
            "{'code':'BELL','name':'Bell','revision':'C','units':[{'unit':'box','factor':12}]}")
        .expecting(201);
    post("/items", "{'code':'WORK','name':'Work','kind':'service'}").expecting(201);
    post(
            "/price/lists",
            "{'code':'ALL','name':'All','rules':[{'item':'BELL','unitPrice':5},"
                + "{'item':'BELL','fromQuantity':24,'unitPrice':4.5},"
                + "{'item':'WORK','unitPrice':60}]}")
        .expecting(201);
    post(
            "/price/lists",
            "{'code':'DEALERS','name':'Dealers','customerGroup':'DEALERS','validTo':'2026-06-30',"
                + "'rules':[{'item':'BELL','unitPrice':4,'discountPercent':10}]}")
        .expecting(201);
  }

  @Test
  void tellWhatAnItemCostsAndWhichRuleSaysSo() {
    JsonNode all = quote("item=BELL&party=SHOP&day=2026-03-01");
    assertThat(all.get("unitPrice").asString()).isEqualTo("5");
    assertThat(all.get("source").toString())
        .isEqualTo("{\"list\":\"ALL\",\"version\":1,\"rule\":1}");
    assertThat(quote("item=BELL&party=SHOP&quantity=24").at("/source/rule").asInt()).isEqualTo(2);
    JsonNode dealer = quote("item=BELL&party=DEALER&day=2026-06-30");
    assertThat(dealer.get("unitPrice").asString()).isEqualTo("4");
    assertThat(dealer.get("discountPercent").asString()).isEqualTo("10");
    assertThat(quote("item=BELL&party=DEALER&day=2026-07-01").get("unitPrice").asString())
        .isEqualTo("5");
    assertThat(quote("item=BELL&party=SHOP&currency=USD").has("unitPrice")).isFalse();
    assertThat(quote("item=BELL&party=SHOP&side=purchase").has("source")).isFalse();
  }

  private JsonNode quote(String query) {
    return core.get(base + "/price/quotes?" + query).expecting(200).json();
  }

  @Test
  void fillTheLinesOfOrdersThatSayWhereTheirPriceCameFrom() {
    JsonNode order =
        post(
                "/sales/orders",
                "{'customer':'SHOP','lines':[{'item':'BELL','quantity':2,'unit':'box'},"
                    + "{'item':'BELL','quantity':2,'unit':'box','unitPrice':100},"
                    + "{'item':'WORK','quantity':1,'unitPrice':50}]}")
            .expecting(201)
            .json();
    assertThat(order.at("/lines/0/quantity").asString()).isEqualTo("24");
    assertThat(order.at("/lines/0/unitPrice").asString()).isEqualTo("4.50");
    assertThat(order.at("/lines/0/netAmount").asString()).isEqualTo("108.00");
    assertThat(order.at("/lines/0/origin").toString())
        .isEqualTo(
            "{\"priceList\":\"ALL\",\"priceVersion\":1,\"priceRule\":2,\"unit\":\"box\","
                + "\"unitQuantity\":2,\"itemRevision\":\"C\"}");
    assertThat(order.at("/lines/1/netAmount").asString()).isEqualTo("200.00");
    assertThat(order.at("/lines/2/origin").toString()).isEqualTo("{}");
    core.send(
            "PUT",
            base + "/sales/orders/" + order.get("number").asString(),
            "{'customer':'SHOP','lines':[{'line':1,'item':'BELL','quantity':1}]}"
                .replace('\'', '"'),
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    JsonNode changed = core.get(base + "/sales/orders/" + order.get("number").asString()).json();
    assertThat(changed.at("/lines/0/unitPrice").asString()).isEqualTo("5.00");
    assertThat(changed.at("/lines/0/origin/priceRule").asInt()).isEqualTo(1);
  }

  @Test
  void fillQuotationsAndDirectInvoicesWhichAreDueAsWasAgreed() {
    JsonNode offer =
        post(
                "/sales/quotations",
                "{'customer':'SHOP','validUntil':'2099-01-01',"
                    + "'lines':[{'item':'WORK','quantity':2}]}")
            .expecting(201)
            .json();
    assertThat(offer.at("/netAmount").asString()).isEqualTo("120.00");
    JsonNode invoice =
        post(
                "/sales/invoices",
                "{'customer':'DEALER','occurredAt':'2026-03-12T12:00:00Z',"
                    + "'lines':[{'item':'WORK','quantity':1}]}")
            .expecting(201)
            .json();
    assertThat(invoice.at("/netAmount").asString()).isEqualTo("60.00");
    assertThat(invoice.at("/dueDate").asString()).isEqualTo("2026-04-10");
    assertThat(invoice.at("/tax/earlyPayment/discount").asString()).isEqualTo("1.20");
    assertThat(invoice.at("/tax/earlyPayment/until").asString()).isEqualTo("2026-03-17");
    JsonNode own =
        post(
                "/sales/invoices",
                "{'customer':'DEALER','occurredAt':'2026-03-12T12:00:00Z','daysToPay':3,"
                    + "'lines':[{'item':'WORK','quantity':1}]}")
            .expecting(201)
            .json();
    assertThat(own.at("/dueDate").asString()).isEqualTo("2026-03-15");
    assertThat(own.has("tax")).isFalse();
  }

  @Test
  void areAskedForWhereNoListHasOneAndUnitsAreExact() {
    post("/items", "{'code':'RARE','name':'Rare','units':[{'unit':'third','factor':1,'per':3}]}");
    HttpAnswer refused =
        post(
            "/sales/orders",
            "{'customer':'SHOP','lines':[{'item':'RARE','quantity':1},"
                + "{'item':'RARE','quantity':1,'unit':'third','unitPrice':1},"
                + "{'item':'RARE','quantity':1,'unit':'box','unitPrice':1}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().get("problems").findValuesAsString("field"))
        .containsExactlyInAnyOrder("lines.1.unitPrice", "lines.2.quantity", "lines.3.unit");
  }

  @Test
  void areOfWhatIsRegistered() {
    HttpAnswer refused =
        post(
            "/price/lists",
            "{'code':'X','name':'X','party':'NOBODY','rules':[{'item':'NONE','unitPrice':5}]}");
    assertThat(refused.json().get("problems").findValuesAsString("field"))
        .containsExactly("party", "rules.1.item");
    HttpAnswer twice =
        post(
            "/price/lists",
            "{'code':'X','name':'X','rules':[{'item':'BELL','unitPrice':5},"
                + "{'item':'BELL','unitPrice':6}]}");
    assertThat(twice.json().at("/problems/0/expected").asString())
        .isEqualTo("one price for each item, quantity and first day");
  }

  @Test
  void areThoseOfTheCurrencyOfTheInvoice() {
    String sale =
        "{'customer':'SHOP','currency':'USD','rate':'0.9',"
            + "'lines':[{'item':'WORK','quantity':1}]}";
    assertThat(post("/sales/invoices", sale).expecting(422).body())
        .contains("no price list has one for this customer, quantity and day");
    post(
            "/price/lists",
            "{'code':'USD','name':'Dollars','currency':'USD',"
                + "'rules':[{'item':'WORK','unitPrice':70}]}")
        .expecting(201);
    JsonNode invoice = post("/sales/invoices", sale).expecting(201).json();
    assertThat(invoice.at("/foreign/netAmount").decimalValue()).isEqualByComparingTo("70");
    assertThat(invoice.at("/netAmount").decimalValue()).isEqualByComparingTo("63");
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }
}
