package org.millrace.supply.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** By when goods can be had, as the page of an order asks while it is typed. */
class PromisesApiTest {
  private final TestingCore core = TestingCore.running();
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
  private final LocalDate nextReceipt = today.plusDays(20);
  private String base;

  @BeforeEach
  void tenBellsAreThereAndFiftyAreUnderWay() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send("/parties", "{'code':'S-1','name':'Bells','roles':['supplier'],'country':'Italy'}");
    send("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/items", "{'code':'BIKE','name':'Bicycle','materials':[{'item':'BELL','quantity':2}]}");
    String bought = bought(10, today);
    core.post(
            base + "/purchasing/orders/" + bought + "/receipts", "{}", Map.of("If-Match", "\"1\""))
        .expecting(201);
    bought(50, nextReceipt);
  }

  @Test
  void twoOrdersForTheLastTen() {
    JsonNode first = ordered("BELL", 10);
    JsonNode second = ordered("BELL", 10);
    assertThat(promisedDate(first)).isEqualTo(today.toString());
    assertThat(promisedDate(second)).isEqualTo(nextReceipt.toString());
    JsonNode told = told("item=BELL&quantity=40");
    assertThat(told.get("availableQuantity").decimalValue()).isEqualByComparingTo("0");
    assertThat(told.get("promisedOn").asString()).isEqualTo(nextReceipt.toString());
    assertThat(told.get("basis").asString()).isEqualTo("expected");
    assertThat(told("item=BELL&quantity=41").get("basis").asString()).isEqualTo("none");
    JsonNode own = told("item=BELL&quantity=10&order=" + first.get("number").asString());
    assertThat(own.get("basis").asString()).isEqualTo("stock");
  }

  @Test
  void whatIsLeftOfAPartialDeliveryIsPromisedForTheNextReceipt() {
    JsonNode order = ordered("BELL", 30);
    assertThat(promisedDate(order)).isEqualTo(nextReceipt.toString());
    HttpAnswer delivered =
        core.post(
                base + "/sales/orders/" + order.get("number").asString() + "/deliveries",
                json("{'lines':[{'line':1,'quantity':10}]}"),
                Map.of("If-Match", "\"1\""))
            .expecting(201);
    assertThat(promisedDate(delivered.json().get("order"))).isEqualTo(nextReceipt.toString());
    HttpAnswer named = promise(order, 2, "{'promisedDate':'" + today.plusDays(3) + "'}");
    assertThat(promisedDate(named.expecting(200).json())).isEqualTo(today.plusDays(3).toString());
    HttpAnswer over = promise(order, 3, "{'promisedDate':'" + today.minusDays(1) + "'}");
    assertThat(over.expecting(422).body()).contains("promisedDate", "a day not before " + today);
    assertThat(promisedDate(promise(order, 3, "{}").expecting(200).json()))
        .isEqualTo(nextReceipt.toString());
  }

  @Test
  void anOrderThatGetsMoreUrgentIsPromisedAtItsNewTurn() {
    JsonNode first = ordered("BELL", 10);
    JsonNode second = ordered("BELL", 10);
    assertThat(promisedDate(second)).isEqualTo(nextReceipt.toString());
    String path = base + "/sales/orders/" + second.get("number").asString() + "/reschedule";
    JsonNode urgent =
        core.post(path, json("{'priority':'urgent'}"), Map.of("If-Match", "\"1\""))
            .expecting(200)
            .json();
    assertThat(promisedDate(urgent)).isEqualTo(today.toString());
    JsonNode again = promise(first, 1, "{}").expecting(200).json();
    assertThat(promisedDate(again)).isEqualTo(nextReceipt.toString());
    JsonNode low =
        core.post(path, json("{'priority':'low'}"), Map.of("If-Match", "\"2\""))
            .expecting(200)
            .json();
    assertThat(promisedDate(low)).isEqualTo(nextReceipt.toString());
  }

  /** 5 bicycles take 10 bells, which are there; 6 wait for bells, whose lead time is 1 day. */
  @Test
  void whatIsMissingIsPromisedByLeadTimes() {
    assertThat(told("item=BIKE&quantity=5").get("basis").asString()).isEqualTo("none");
    policy("BIKE", "make", 3);
    JsonNode made = told("item=BIKE&quantity=5");
    assertThat(made.get("basis").asString()).isEqualTo("lead-time");
    assertThat(made.get("capableOn").asString()).isEqualTo(workingDays(3).toString());
    assertThat(told("item=BIKE&quantity=6").get("capableOn").asString())
        .isGreaterThan(nextReceipt.toString());
    policy("BELL", "buy", 1);
    assertThat(told("item=BIKE&quantity=6").get("capableOn").asString())
        .isEqualTo(workingDays(4).toString());
  }

  @Test
  void anOrderTakesItsGoodsFromItsOwnLocation() {
    send("/stock/locations", "{'code':'NORTH','name':'North'}");
    send(
        "/stock/movements",
        "{'reason':'opening','lines':[{'item':'BELL','location':'NORTH','quantity':7,"
            + "'unitCost':2}]}");
    JsonNode told = told("item=BELL&quantity=12");
    assertThat(told.get("locations").get(0).get("location").asString()).isEqualTo("NORTH");
    assertThat(told.get("locations").get(0).get("availableQuantity").decimalValue())
        .isEqualByComparingTo("7");
    JsonNode order =
        send(
                "/sales/orders",
                "{'customer':'C-1','location':'NORTH',"
                    + "'lines':[{'item':'BELL','quantity':7,'unitPrice':5}]}")
            .json();
    assertThat(promisedDate(order)).isEqualTo(today.toString());
    core.post(
            base + "/sales/orders/" + order.get("number").asString() + "/deliveries",
            "{}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    JsonNode left = core.get(base + "/stock/availability?item=BELL").expecting(200).json();
    assertThat(left.get("rows").get(0).get("onHand").decimalValue()).isEqualByComparingTo("10");
    HttpAnswer unknown =
        core.post(
            base + "/sales/orders",
            json(
                "{'customer':'C-1','location':'MOON',"
                    + "'lines':[{'item':'BELL','quantity':7,'unitPrice':5}]}"));
    assertThat(unknown.expecting(422).body()).contains("MOON", "a location of the company");
  }

  private LocalDate workingDays(int days) {
    LocalDate day = today;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      left -= day.getDayOfWeek().getValue() <= 5 ? 1 : 0;
    }
    return day;
  }

  private void policy(String item, String source, int days) {
    core.send(
            "PUT",
            base + "/planning/item-policies/" + item,
            json("{'source':'%s','leadDays':%d}".formatted(source, days)),
            Map.of())
        .expecting(200);
  }

  private HttpAnswer promise(JsonNode order, int version, String body) {
    return core.post(
        base + "/sales/orders/" + order.get("number").asString() + "/promise",
        json(body),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private static String promisedDate(JsonNode order) {
    return order.get("lines").get(0).get("promisedDate").asString();
  }

  private JsonNode told(String query) {
    return core.get(base + "/supply/promises?" + query).expecting(200).json();
  }

  private JsonNode ordered(String item, int quantity) {
    return send(
            "/sales/orders",
            "{'customer':'C-1','lines':[{'item':'%s','quantity':%d,'unitPrice':5}]}"
                .formatted(item, quantity))
        .json();
  }

  private String bought(int quantity, LocalDate promised) {
    return send(
            "/purchasing/orders",
            ("{'supplier':'S-1','promisedDate':'%s',"
                    + "'lines':[{'item':'BELL','quantity':%d,'unitPrice':2}]}")
                .formatted(promised, quantity))
        .json()
        .get("number")
        .asString();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, json(body)).expecting(201);
  }
}
