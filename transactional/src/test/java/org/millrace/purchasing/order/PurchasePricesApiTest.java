package org.millrace.purchasing.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** What a line of a purchase order costs whose price nobody named. */
class PurchasePricesApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void open() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    for (String supplier : new String[] {"S", "T"}) {
      send(
          "/parties",
          "{'code':'%s','name':'Tubes','roles':['supplier'],'country':'Italy'}"
              .formatted(supplier));
    }
    send("/items", "{'code':'RIM','name':'Rim','units':[{'unit':'box','factor':12}]}");
  }

  @Test
  void isWhatWasAgreedLastWithThatSupplier() {
    order("2026-05-01", "S", "'unitPrice':4").expecting(201);
    order("2026-05-20", "S", "'unitPrice':5").expecting(201);
    order("2026-05-10", "S", "'unitPrice':4.5").expecting(201);
    order("2026-05-25", "T", "'unitPrice':3").expecting(201);
    order("2026-05-26", "S", "'unitPrice':0").expecting(201);
    JsonNode line = line(order("2026-06-01", "S", "'quantity':2").expecting(201));
    assertThat(line.get("unitPrice").decimalValue()).isEqualByComparingTo("5");
    assertThat(line.get("netAmount").decimalValue()).isEqualByComparingTo("10");
    assertThat(line.at("/origin/priceOrder").asString()).isEqualTo("PO-000002");
    assertThat(line.at("/origin/priceLine").asInt()).isEqualTo(1);
    assertThat(line.at("/origin").has("priceList")).isFalse();
    JsonNode before = line(order("2026-05-15", "S", "").expecting(201));
    assertThat(before.at("/origin/priceOrder").asString()).isEqualTo("PO-000003");
    JsonNode read = core.get(base + "/purchasing/orders/PO-000006").expecting(200).json();
    assertThat(read.at("/lines/0/origin/priceOrder").asString()).isEqualTo("PO-000002");
  }

  @Test
  void isRefusedWhereNothingIsKnown() {
    order("2026-05-01", "S", "'unitPrice':4").expecting(201);
    cancelled(order("2026-05-02", "T", "'unitPrice':4").expecting(201));
    HttpAnswer refused = order("2026-06-01", "T", "").expecting(422);
    JsonNode problem = refused.json().at("/problems/0");
    assertThat(problem.get("field").asString()).isEqualTo("lines.1.unitPrice");
    assertThat(problem.get("expected").asString()).startsWith("a price: no purchase price list");
    order("2026-06-01", "S", "'unit':'box'").expecting(422);
    order("2026-04-30", "S", "").expecting(422);
    send(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.90'}");
    order("2026-06-01", "S','currency':'USD", "").expecting(422);
  }

  @Test
  void isThatOfTheUnitAndCurrencyAskedFor() {
    order("2026-05-01", "S", "'unitPrice':4").expecting(201);
    JsonNode first = line(order("2026-05-02", "S", "'unit':'box','unitPrice':36").expecting(201));
    assertThat(first.at("/origin/unit").asString()).isEqualTo("box");
    assertThat(first.at("/origin/unitQuantity").decimalValue()).isEqualByComparingTo("1");
    send(
        "/currency/rates",
        "{'fromCurrency':'USD','toCurrency':'EUR','validFrom':'2026-01-01','rate':'0.90'}");
    order("2026-05-03", "S','currency':'USD", "'unitPrice':4.40").expecting(201);
    JsonNode boxes = line(order("2026-06-01", "S", "'unit':'box','quantity':2").expecting(201));
    assertThat(boxes.get("quantity").decimalValue()).isEqualByComparingTo("24");
    assertThat(boxes.get("netAmount").decimalValue()).isEqualByComparingTo("72");
    assertThat(boxes.at("/origin/priceOrder").asString()).isEqualTo("PO-000002");
    JsonNode pieces = line(order("2026-06-01", "S", "").expecting(201));
    assertThat(pieces.get("unitPrice").decimalValue()).isEqualByComparingTo("4");
    JsonNode abroad = line(order("2026-06-01", "S','currency':'USD", "").expecting(201));
    assertThat(abroad.at("/foreign/unitPrice").decimalValue()).isEqualByComparingTo("4.40");
    assertThat(abroad.get("unitPrice").decimalValue()).isEqualByComparingTo("3.96");
    assertThat(abroad.at("/origin/priceOrder").asString()).isEqualTo("PO-000003");
  }

  @Test
  void isThatOfThePurchasePriceListBeforeAll() {
    order("2026-05-01", "S", "'unitPrice':4").expecting(201);
    send(
        "/price/lists",
        "{'code':'BUY','name':'Rims','side':'purchase','currency':'EUR','party':'S',"
            + "'validFrom':'2026-06-01','rules':[{'item':'RIM','unitPrice':3.90},"
            + "{'item':'RIM','fromQuantity':100,'unitPrice':4,'discountPercent':10}]}");
    JsonNode few = line(order("2026-06-01", "S", "").expecting(201));
    assertThat(few.get("unitPrice").decimalValue()).isEqualByComparingTo("3.90");
    assertThat(few.at("/origin/priceList").asString()).isEqualTo("BUY");
    assertThat(few.at("/origin/priceRule").asInt()).isEqualTo(1);
    assertThat(few.at("/origin/priceVersion").asInt()).isEqualTo(1);
    JsonNode many = line(order("2026-06-01", "S", "'quantity':100").expecting(201));
    assertThat(many.get("unitPrice").decimalValue()).isEqualByComparingTo("3.60");
    assertThat(many.at("/origin/priceRule").asInt()).isEqualTo(2);
    JsonNode before = line(order("2026-05-31", "S", "").expecting(201));
    assertThat(before.get("unitPrice").decimalValue()).isEqualByComparingTo("4");
    JsonNode named = line(order("2026-06-01", "S", "'unitPrice':5").expecting(201));
    assertThat(named.get("unitPrice").decimalValue()).isEqualByComparingTo("5");
    assertThat(named.at("/origin").has("priceList")).isFalse();
  }

  @Test
  void isKnownToChangesAndImports() {
    order("2026-05-01", "S", "'unitPrice':4").expecting(201);
    order("2026-05-02", "T", "'unitPrice':3").expecting(201);
    JsonNode changed =
        core.send(
                "PUT",
                base + "/purchasing/orders/PO-000002",
                "{'supplier':'S','lines':[{'item':'RIM','quantity':7}]}".replace('\'', '"'),
                Map.of("If-Match", "\"1\""))
            .expecting(200)
            .json();
    assertThat(changed.at("/lines/0/unitPrice").decimalValue()).isEqualByComparingTo("4");
    assertThat(changed.at("/lines/0/origin/priceOrder").asString()).isEqualTo("PO-000001");
    String file =
        "number,supplier,occurred_at,lines.item,lines.quantity\n"
            + "A,S,2026-06-01T08:00:00Z,RIM,3\nB,T,2026-06-01T08:00:00Z,RIM,3\n";
    String told =
        core.postFile(
                base + "/imports/purchase-orders?file=orders.csv",
                file.getBytes(StandardCharsets.UTF_8))
            .expecting(200)
            .body();
    assertThat(told).contains("no purchase price list has one");
    JsonNode kept = core.get(base + "/purchasing/orders?sort=-number").expecting(200).json();
    assertThat(kept.get("total").asInt()).isEqualTo(3);
    assertThat(kept.at("/rows/0/netAmount").decimalValue()).isEqualByComparingTo("12");
  }

  private HttpAnswer order(String day, String supplier, String more) {
    String quantity = more.contains("'quantity'") ? "" : "'quantity':1";
    String line = more.isEmpty() || quantity.isEmpty() ? more + quantity : more + "," + quantity;
    return core.post(
        base + "/purchasing/orders",
        "{'supplier':'%s','occurredAt':'%sT08:00:00Z','lines':[{'item':'RIM',%s}]}"
            .formatted(supplier, day, line)
            .replace('\'', '"'));
  }

  private void cancelled(HttpAnswer order) {
    String number = order.json().get("number").asString();
    core.post(
            base + "/purchasing/orders/" + number + "/cancel",
            "{\"reason\":\"Mistyped\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
  }

  private static JsonNode line(HttpAnswer order) {
    return order.json().at("/lines/0");
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201);
  }
}
