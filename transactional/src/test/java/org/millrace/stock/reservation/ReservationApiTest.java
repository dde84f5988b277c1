package org.millrace.stock.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** From the order to the delivery: what is reserved, for whom, and what the others may take. */
class ReservationApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;

  @BeforeEach
  void stockTenBells() {
    company = core.newCompany("EUR", "false").value();
    send("parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    send("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("items", "{'code':'BELL','name':'Bell'}");
    send("items", "{'code':'BIKE','name':'Bike','materials':[{'item':'BELL','quantity':1}]}");
    send("items", "{'code':'FITTING','name':'Fitting','kind':'service'}");
    send("stock/movements", "{'lines':[{'item':'BELL','quantity':10,'unitCost':3}]}");
  }

  @Test
  void reservesWhatIsThereAndLetsTheRestWait() {
    String first = order(6);
    String second = order(7);
    assertThat(reserved("BELL")).containsExactly(first + " 6 of 6", second + " 4 of 7");
    assertThat(availability("BELL")).isEqualTo("10 on hand, 10 reserved, 3 waiting, 0 on order, 0");
  }

  @Test
  void reservesForWhoWantsTheGoodsFirst() {
    String later = order(8, "2099-03-09");
    String sooner = order(6, "2099-03-02");
    assertThat(reserved("BELL")).containsExactly(sooner + " 6 of 6", later + " 4 of 8");
    assertThat(told(later)).containsExactly("1: 8 of 8", "2: 4 of 8");
    assertThat(deliver(later, 1, "{}").expecting(409).body())
        .contains("of the 10 there 6 are reserved for [sales order " + sooner + "]");
    String atOnce = order(1);
    assertThat(reserved("BELL"))
        .containsExactly(atOnce + " 1 of 1", sooner + " 6 of 6", later + " 3 of 8");

    act("sales/orders/" + sooner + "/reschedule", "{'requestedDate':'2099-03-16'}", 1)
        .expecting(200);
    assertThat(reserved("BELL"))
        .containsExactly(atOnce + " 1 of 1", later + " 8 of 8", sooner + " 1 of 6");
    assertThat(told(later)).endsWith("4: 8 of 8");
    deliver(later, 1, "{}").expecting(201);
    assertThat(reserved("BELL")).containsExactly(atOnce + " 1 of 1", sooner + " 1 of 6");
  }

  @Test
  void reservesForTheMoreUrgentOfOneDay() {
    String sooner = order(2, "2099-03-02");
    String normal = order(8, "2099-03-09");
    String urgent = order(6, "2099-03-09', 'priority':'urgent");
    assertThat(reserved("BELL"))
        .containsExactly(sooner + " 2 of 2", urgent + " 6 of 6", normal + " 2 of 8");
    assertThat(told(normal)).containsExactly("1: 8 of 8", "2: 2 of 8");
    act("sales/orders/" + urgent + "/reschedule", "{'priority':'low'}", 1).expecting(200);
    assertThat(reserved("BELL"))
        .containsExactly(sooner + " 2 of 2", normal + " 8 of 8", urgent + " 0 of 6");
    String again = order(1, "2099-03-09', 'priority':'low");
    assertThat(reserved("BELL")).endsWith(urgent + " 0 of 6", again + " 0 of 1");
    assertThat(act("sales/orders/" + again + "/reschedule", "{}", 1).expecting(422).body())
        .contains("a day, or a priority, or both");
  }

  @Test
  void takesThePriorityOfTheCustomerAndSortsByIt() {
    send(
        "parties",
        "{'code':'VIP','name':'Shop','roles':['customer'],'country':'Italy',"
            + "'dispatchPriority':'high'}");
    String low = order(1, "2099-03-09', 'priority':'low");
    String high = order(1, "2099-03-09', 'customer':'VIP");
    String urgent = order(1, "2099-03-09', 'customer':'VIP', 'priority':'urgent");
    String normal = order(1, "2099-03-09");
    assertThat(orders("sort=priority")).containsExactly(urgent, high, normal, low);
    assertThat(orders("sort=-priority")).containsExactly(low, normal, high, urgent);
    assertThat(orders("priority=high&priority=low&sort=priority")).containsExactly(high, low);
    assertThat(core.get("/api/companies/" + company + "/sales/orders?priority=now").body())
        .contains("one of urgent, high, normal, low");
    JsonNode dispatch =
        core.get("/api/companies/" + company + "/sales/dispatch").expecting(200).json();
    assertThat(dispatch.get("rows").valueStream().map(row -> row.get("orderNumber").asString()))
        .containsExactly(urgent, high, normal, low);
    assertThat(dispatch.at("/rows/1/priority").asString()).isEqualTo("high");
  }

  private List<String> orders(String query) {
    return core.get("/api/companies/" + company + "/sales/orders?" + query)
        .expecting(200)
        .json()
        .get("rows")
        .valueStream()
        .map(row -> row.get("number").asString())
        .toList();
  }

  @Test
  void leavesClaimsMadeBeforeDaysWereKeptInFront() {
    String first = order(6, "2099-03-02");
    core.jdbc()
        .sql("update stock.claim set wanted_on = null where company = ?")
        .param(company)
        .update();
    String second = order(7);
    assertThat(reserved("BELL")).containsExactly(first + " 6 of 6", second + " 4 of 7");
  }

  @Test
  void refusesADeliveryThatTakesWhatIsReservedForAnother() {
    String first = order(6);
    String second = order(7);
    HttpAnswer refused = deliver(second, 1, "{}").expecting(409);
    assertThat(refused.json().get("detail").asString())
        .contains("lines.quantity is '7', expected at most 4 of item BELL at MAIN")
        .contains("of the 10 there 6 are reserved for [sales order " + first + "]");
    deliver(second, 1, "{'lines':[{'line':1,'quantity':4}]}").expecting(201);
    assertThat(reserved("BELL")).containsExactly(first + " 6 of 6", second + " 0 of 3");
    deliver(first, 1, "{}").expecting(201);
    assertThat(availability("BELL")).isEqualTo("0 on hand, 0 reserved, 3 waiting, 0 on order, 0");
  }

  @Test
  void takesTheGoodsOfOthersWhenTold() {
    String first = order(6);
    String second = order(7);
    deliver(second, 1, "{'othersGoods':'taken'}").expecting(201);
    assertThat(reserved("BELL")).containsExactly(first + " 3 of 6");
  }

  @Test
  void givesBackWhatACancelledOrderHeld() {
    String first = order(6);
    String second = order(7);
    act("sales/orders/" + first + "/cancel", "{}", 1).expecting(200);
    assertThat(reserved("BELL")).containsExactly(second + " 7 of 7");
    assertThat(availability("BELL")).isEqualTo("10 on hand, 7 reserved, 0 waiting, 0 on order, 3");
    assertThat(told(first)).containsExactly("1: 6 of 6", "2: 0 of 0");
    assertThat(told(second)).containsExactly("1: 4 of 7", "2: 7 of 7");
  }

  @Test
  void givesGoodsThatComeInToWhoWaitsLongest() {
    String first = order(12);
    String second = order(5);
    String bought =
        number(
            send(
                "purchasing/orders",
                "{'supplier':'S','lines':[{'item':'BELL','quantity':8,'unitPrice':3}]}"));
    assertThat(availability("BELL")).isEqualTo("10 on hand, 10 reserved, 7 waiting, 8 on order, 0");
    act("purchasing/orders/" + bought + "/receipts", "{'lines':[{'line':1,'quantity':3}]}", 1)
        .expecting(201);
    assertThat(reserved("BELL")).containsExactly(first + " 12 of 12", second + " 1 of 5");
    assertThat(availability("BELL")).isEqualTo("13 on hand, 13 reserved, 4 waiting, 5 on order, 0");
    act("purchasing/orders/" + bought + "/cancel", "{'reason':'Too late'}", 2).expecting(200);
    assertThat(availability("BELL")).isEqualTo("13 on hand, 13 reserved, 4 waiting, 0 on order, 0");
    assertThat(told(first)).containsExactly("1: 10 of 12", "2: 12 of 12");
  }

  @Test
  void reservesTheMaterialsOfAWorkOrderAndExpectsItsGoods() {
    String work = number(send("production/work-orders", "{'item':'BIKE','quantity':8}"));
    assertThat(reserved("BELL")).containsExactly(work + " 8 of 8");
    assertThat(availability("BIKE")).isEqualTo("0 on hand, 0 reserved, 0 waiting, 8 on order, 0");
    act("production/work-orders/" + work + "/consumptions", "{}", 1).expecting(201);
    act("production/work-orders/" + work + "/completions", "{'quantity':5}", 2).expecting(201);
    assertThat(availability("BIKE")).isEqualTo("5 on hand, 0 reserved, 0 waiting, 3 on order, 5");
    act("production/work-orders/" + work + "/completions", "{}", 3).expecting(201);
    assertThat(availability("BIKE")).isEqualTo("8 on hand, 0 reserved, 0 waiting, 0 on order, 8");
  }

  @Test
  void countsWhatWasLostFromTheYoungestReservation() {
    String first = order(6);
    String second = order(4);
    send("stock/movements", "{'lines':[{'item':'BELL','quantity':-3}]}");
    assertThat(reserved("BELL")).containsExactly(first + " 6 of 6", second + " 1 of 4");
  }

  @Test
  void refusesAWorkOrderTheBellsOfASalesOrder() {
    String sold = order(6);
    String work = number(send("production/work-orders", "{'item':'BIKE','quantity':8}"));
    String consumptions = "production/work-orders/" + work + "/consumptions";
    HttpAnswer refused = act(consumptions, "{}", 1).expecting(409);
    assertThat(refused.body()).contains("6 are reserved for [sales order " + sold + "]");
    act(consumptions, "{'othersGoods':'taken'}", 1).expecting(201);
    assertThat(reserved("BELL")).containsExactly(sold + " 2 of 6");
  }

  @Test
  void booksCounterSalesOfGoodsThatWereReserved() {
    String sold = order(10);
    send("sales/invoices", "{'customer':'C','lines':[{'item':'BELL','quantity':1,'unitPrice':9}]}");
    assertThat(reserved("BELL")).containsExactly(sold + " 9 of 10");
  }

  @Test
  void refusesATransferOfWhatIsReserved() {
    send("stock/locations", "{'code':'SHOP','name':'Shop'}");
    order(6);
    String bells =
        "{'fromLocation':'MAIN','toLocation':'SHOP','lines':[{'item':'BELL','quantity':%d}]}";
    String five = "stock/transfers/" + number(send("stock/transfers", bells.formatted(5)));
    act(five + "/post", "{}", 1).expecting(409);
    String four = "stock/transfers/" + number(send("stock/transfers", bells.formatted(4)));
    act(four + "/post", "{}", 1).expecting(200);
  }

  @Test
  void reservesNothingForServices() {
    send(
        "sales/orders",
        "{'customer':'C','lines':[{'item':'FITTING','quantity':1,'unitPrice':20}]}");
    assertThat(core.get(path("stock/reservations")).json().get("rows")).isEmpty();
  }

  private String order(int bells) {
    return number(
        send(
            "sales/orders",
            "{'customer':'C','lines':[{'item':'BELL','quantity':%d,'unitPrice':9}]}"
                .formatted(bells)));
  }

  private String order(int bells, String requested) {
    return number(
        send(
            "sales/orders",
            ("{'customer':'C','requestedDate':'%s','lines':[{'item':'BELL','quantity':%d,"
                    + "'unitPrice':9}]}")
                .formatted(requested, bells)));
  }

  private HttpAnswer deliver(String order, int version, String body) {
    return act("sales/orders/" + order + "/deliveries", body, version);
  }

  private List<String> reserved(String item) {
    List<String> rows = new ArrayList<>();
    for (JsonNode row : core.get(path("stock/reservations?search=" + item)).json().get("rows")) {
      String number = row.get("document").get("number").asString();
      rows.add(number + " " + whole(row, "reserved") + " of " + whole(row, "wanted"));
    }
    return rows;
  }

  private String availability(String item) {
    JsonNode row = core.get(path("stock/availability?search=" + item)).json().at("/rows/0");
    return "%s on hand, %s reserved, %s waiting, %s on order, %s"
        .formatted(
            Stream.of("onHand", "reserved", "waiting", "onOrder", "available")
                .map(field -> whole(row, field))
                .toArray());
  }

  /** The events of one document: version, reserved and wanted. */
  private List<String> told(String document) {
    return core.jdbc()
        .sql(
            """
            select aggregate_version || ': ' || (payload::jsonb ->> 'reservedQuantity') || ' of '
              || (payload::jsonb ->> 'wantedQuantity')
            from outbox.event where company = ? and type = 'stock.goods-reserved'
              and payload::jsonb -> 'document' ->> 'number' = ? order by position
            """)
        .params(company, document)
        .query(String.class)
        .list();
  }

  private static String whole(JsonNode row, String field) {
    BigDecimal value = row.get(field).decimalValue().stripTrailingZeros();
    return value.toPlainString();
  }

  private HttpAnswer act(String path, String body, int version) {
    return core.post(path(path), json(body), Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer send(String path, String body) {
    return core.post(path(path), json(body)).expecting(201);
  }

  private String path(String rest) {
    return "/api/companies/" + company + "/" + rest;
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
