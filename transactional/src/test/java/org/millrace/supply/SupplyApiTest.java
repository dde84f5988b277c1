package org.millrace.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class SupplyApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;
  private String order;

  @BeforeEach
  void placeAnOrderForMoreThanIsThere() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send("/parties", "{'code':'S-1','name':'Wheels','roles':['supplier'],'country':'Italy'}");
    send("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'WHEEL','name':'Wheel'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send(
        "/items",
        "{'code':'BIKE','name':'Bicycle','materials':[{'item':'WHEEL','quantity':2},"
            + "{'item':'BELL','quantity':1}]}");
    String bought =
        number(
            send(
                "/purchasing/orders",
                "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':50,'unitPrice':20},"
                    + "{'item':'BIKE','quantity':30,'unitPrice':300}]}"));
    core.post(
            base + "/purchasing/orders/" + bought + "/receipts", "{}", Map.of("If-Match", "\"1\""))
        .expecting(201);
    order =
        number(
            send(
                "/sales/orders",
                "{'customer':'C-1','lines':[{'item':'BIKE','quantity':100,'unitPrice':500}]}"));
  }

  @Test
  void makesAndBuysWhatTheOrderLacksAndLinksBothWays() {
    JsonNode supply =
        send(
                "/production/supply",
                "{'salesOrder':'%s','dueDate':'2099-05-20','items':[".formatted(order)
                    + "{'item':'WHEEL','lot':50},{'item':'BIKE','leadTimeDays':6}]}")
            .json();
    JsonNode work = supply.get("workOrders").get(0);
    assertThat(work.get("quantity").decimalValue()).isEqualByComparingTo("70");
    assertThat(work.get("plannedStart").asString()).isEqualTo("2099-05-14");
    assertThat(work.get("demand").get("number").asString()).isEqualTo(order);
    JsonNode purchase = supply.get("purchaseOrders").get(0);
    assertThat(purchase.get("lines")).hasSize(1);
    JsonNode line = purchase.get("lines").get(0);
    assertThat(line.get("item").asString()).isEqualTo("WHEEL");
    assertThat(line.get("quantity").decimalValue()).isEqualByComparingTo("100");
    assertThat(line.get("unitPrice").decimalValue()).isEqualByComparingTo("20");
    assertThat(supply.get("withoutSupplier").get(0).get("item").asString()).isEqualTo("BELL");
    HttpAnswer links = core.get(base + "/production/supply/" + order).expecting(200);
    assertThat(links.body())
        .contains(work.get("number").asString(), purchase.get("number").asString());
  }

  @Test
  void buysAtThePriceOfTheListOfTheSupplier() {
    send(
        "/price/lists",
        "{'code':'BUY','name':'Wheels','side':'purchase','currency':'EUR','party':'S-1',"
            + "'rules':[{'item':'WHEEL','unitPrice':18},"
            + "{'item':'WHEEL','fromQuantity':80,'unitPrice':17}]}");
    JsonNode supply = send("/production/supply", "{'salesOrder':'%s'}".formatted(order)).json();

    JsonNode line = supply.at("/purchaseOrders/0/lines/0");
    assertThat(line.get("quantity").decimalValue()).isEqualByComparingTo("90");
    assertThat(line.get("unitPrice").decimalValue()).isEqualByComparingTo("17");
    assertThat(line.toString()).contains("\"BUY\"");
  }

  @Test
  void arrangesAnewWhatWasCancelledAndNothingElse() {
    String ask = "{'salesOrder':'%s'}".formatted(order);
    JsonNode supply = send("/production/supply", ask).json();
    cancel("/production/work-orders/", supply.at("/workOrders/0/number").asString());
    core.post(base + "/production/supply", ask.replace('\'', '"')).expecting(409);
    cancel("/purchasing/orders/", supply.at("/purchaseOrders/0/number").asString());
    JsonNode again = send("/production/supply", ask).json();
    assertThat(again.get("workOrders")).hasSize(1);
    assertThat(again.get("purchaseOrders")).hasSize(1);
  }

  private void cancel(String kind, String number) {
    core.post(
            base + kind + number + "/cancel", "{\"reason\": \"lost\"}", Map.of("If-Match", "\"1\""))
        .expecting(200);
  }

  @Test
  void isDueOnTheDayTheCustomerWantsWhenNobodySaysOtherwise() {
    core.post(
            base + "/sales/orders/" + order + "/reschedule",
            "{\"requestedDate\":\"2099-05-20\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    JsonNode supply = send("/production/supply", "{'salesOrder':'%s'}".formatted(order)).json();
    JsonNode work = supply.get("workOrders").get(0);
    assertThat(work.get("dueDate").asString()).isEqualTo("2099-05-20");
  }

  @Test
  void isDueAtOnceWhenTheDayTheCustomerWantedHasPassed() {
    String late =
        number(
            send(
                "/sales/orders",
                "{'customer':'C-1','occurredAt':'2026-01-02T00:00:00Z',"
                    + "'requestedDate':'2026-01-20',"
                    + "'lines':[{'item':'BIKE','quantity':100,'unitPrice':500}]}"));
    JsonNode supply =
        send(
                "/production/supply",
                "{'salesOrder':'%s','occurredAt':'2026-01-25T00:00:00Z'}".formatted(late))
            .json();
    JsonNode work = supply.get("workOrders").get(0);
    assertThat(work.get("dueDate").asString()).isEqualTo("2026-01-25");
  }

  @Test
  void takesLotsTimesAndSuppliersFromThePoliciesWhereTheCallerNamesNone() {
    send("/parties", "{'code':'S-2','name':'Bells','roles':['supplier'],'country':'Italy'}");
    policy("BIKE", "{'source':'make','leadDays':3,'lotRule':'fixed','lotQuantity':40}");
    policy(
        "WHEEL",
        "{'source':'buy','lotRule':'minimum','lotQuantity':120,'lotMultiple':50,"
            + "'supplier':'S-2'}");
    policy("BELL", "{'source':'buy','supplier':'S-2','unitPrice':1.5}");
    JsonNode supply =
        send(
                "/production/supply",
                "{'salesOrder':'%s','dueDate':'2099-05-20','items':[{'item':'BELL','lot':7}]}"
                    .formatted(order))
            .json();
    JsonNode work = supply.get("workOrders").get(0);
    assertThat(work.get("quantity").decimalValue()).isEqualByComparingTo("80");
    assertThat(work.get("plannedStart").asString()).isEqualTo("2099-05-15");
    assertThat(supply.get("withoutSupplier")).isEmpty();
    JsonNode purchase = supply.get("purchaseOrders").get(0);
    assertThat(purchase.get("supplier").toString()).contains("S-2");
    assertThat(purchase.get("promisedDate").asString()).isEqualTo("2099-05-15");
    assertThat(purchase.get("lines").toString())
        .contains("\"item\":\"WHEEL\"", "\"quantity\":150", "\"unitPrice\":20")
        .contains("\"item\":\"BELL\"", "\"quantity\":84", "\"unitPrice\":1.5");
  }

  @Test
  void arrangesAnOrderOnlyOnce() {
    String body = "{\"salesOrder\":\"" + order + "\"}";
    core.post(base + "/production/supply", body).expecting(201);
    HttpAnswer refused = core.post(base + "/production/supply", body).expecting(409);
    assertThat(refused.json().get("detail").asString()).contains("1 work orders", "once");
  }

  @Test
  void refusesAnOrderThatIsNotThere() {
    core.post(base + "/production/supply", "{\"salesOrder\":\"SO-NONE\"}").expecting(404);
  }

  private void policy(String item, String json) {
    String path = base + "/planning/item-policies/" + item;
    core.send("PUT", path, json.replace('\'', '"'), Map.of()).expecting(200);
  }

  private HttpAnswer send(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201);
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
