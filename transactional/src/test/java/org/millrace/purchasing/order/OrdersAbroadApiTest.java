package org.millrace.purchasing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Orders in another currency than the company's, to their receipt and bill. */
class OrdersAbroadApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openTheBooks() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    post("parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}")
        .expecting(201);
    post("items", "{'code':'WHEEL','name':'Wheel'}").expecting(201);
    rate("2026-05-01", "0.90");
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + "/" + path, body.replace('\'', '"'));
  }

  private void rate(String day, String rate) {
    post(
            "currency/rates",
            "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'%s','rate':'%s'}"
                .formatted(day, rate))
        .expecting(201);
  }

  private HttpAnswer order(String more) {
    return post(
        "purchasing/orders",
        "{'supplier':'S','occurredAt':'2026-05-04T08:00:00Z',%s".formatted(more)
            + "'lines':[{'item':'WHEEL','quantity':3,'unitPrice':9.99}]}");
  }

  private HttpAnswer act(String verb, int version, String body) {
    return core.post(
        base + "/purchasing/orders/PO-000001/" + verb,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private static BigDecimal number(JsonNode node, String path) {
    return node.at(path).decimalValue();
  }

  @Test
  void haveTheirAmountsInBothCurrencies() {
    JsonNode order = order("'currency':'USD',").expecting(201).json();
    assertThat(order.at("/currency").asString()).isEqualTo("EUR");
    assertThat(order.at("/foreign/currency").asString()).isEqualTo("USD");
    assertThat(order.at("/foreign/rate").asString()).isEqualTo("0.90");
    assertThat(number(order, "/foreign/netAmount")).isEqualByComparingTo("29.97");
    assertThat(number(order, "/lines/0/foreign/unitPrice")).isEqualByComparingTo("9.99");
    assertThat(number(order, "/lines/0/unitPrice")).isEqualByComparingTo("8.991");
    assertThat(number(order, "/netAmount")).isEqualByComparingTo("26.97");
    JsonNode read = core.get(base + "/purchasing/orders/PO-000001").expecting(200).json();
    assertThat(number(read, "/lines/0/foreign/netAmount")).isEqualByComparingTo("29.97");
  }

  @Test
  void takeTheRateThatIsNamedAndKeepItWhenTheyChange() {
    order("'currency':'USD','rate':'0.8',").expecting(201);
    rate("2026-05-02", "0.85");
    JsonNode changed =
        core.send(
                "PUT",
                base + "/purchasing/orders/PO-000001",
                "{'supplier':'S','lines':[{'item':'WHEEL','quantity':1,'unitPrice':10}]}"
                    .replace('\'', '"'),
                Map.of("If-Match", "\"1\""))
            .expecting(200)
            .json();
    assertThat(changed.at("/foreign/rate").asString()).isEqualTo("0.8");
    assertThat(number(changed, "/netAmount")).isEqualByComparingTo("8");
    assertThat(number(changed, "/foreign/netAmount")).isEqualByComparingTo("10");
  }

  @Test
  void haveNoneWhereTheCurrencyIsThatOfTheCompany() {
    assertThat(order("'currency':'EUR',").expecting(201).json().path("foreign").isObject())
        .isFalse();
  }

  @Test
  void areRefusedWithoutARate() {
    assertThat(order("'currency':'JPY',").expecting(409).body())
        .contains("There is no exchange rate from JPY to EUR on 2026-05-04");
  }

  @Test
  void areMatchedByTheirPriceAndNotByTheRates() {
    order("'currency':'USD',").expecting(201);
    act("receipts", 1, "{'occurredAt':'2026-05-05T08:00:00Z'}").expecting(201);
    rate("2026-05-20", "1.10");
    String bill =
        "{'invoiceDate':'2026-05-20','currency':'USD','occurredAt':'2026-05-20T08:00:00Z',"
            + "'lines':[{'line':1,'quantity':3,'unitPrice':%s}]}";
    assertThat(act("invoices", 2, bill.formatted("12.50")).expecting(409).body())
        .contains("does not match", "9.99 as ordered");
    JsonNode posted = act("invoices", 2, bill.formatted("9.99")).expecting(201).json();
    assertThat(number(posted, "/foreign/grossAmount")).isEqualByComparingTo("29.97");
    assertThat(number(posted, "/netAmount")).isEqualByComparingTo("32.97");
  }

  @Test
  void waitForApprovalByWhatTheyAreWorthAtHome() {
    post(
            "approval/policies",
            "{'code':'P','name':'Large','documentType':'purchase-order','fromAmount':28,"
                + "'levels':[{'role':'controller'}]}")
        .expecting(201);
    order("'currency':'USD',").expecting(201);
    order("'currency':'USD','rate':'0.95',").expecting(202);
  }
}
