package org.millrace.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class PurchasingApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S-1','name':'Tubes','roles':['supplier'],'country':'Germany'}");
    post("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Germany'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post("/items", "{'code':'POST','name':'Postage','kind':'service'}");
  }

  @Test
  void goesFromOrderToPaymentAndPostsEachStep() {
    String order = order(100, "42.50");
    HttpAnswer receipt = act("/purchasing/orders/" + order + "/receipts", 1, "{}").expecting(201);
    assertThat(text(receipt, "order", "status")).isEqualTo("received");
    assertThat(receipt.header("ETag")).contains("\"2\"");
    HttpAnswer invoice =
        act(
                "/purchasing/orders/" + order + "/invoices",
                2,
                "{'lines':[{'line':1,'quantity':100,'unitPrice':43.00}]}")
            .expecting(201);
    String number = invoice.json().get("number").asString();
    HttpAnswer paid =
        act("/purchasing/invoices/" + number + "/payments", 1, "{'amount':4300}").expecting(201);
    assertThat(decimal(paid.json().get("invoice").get("openAmount"))).isZero();
    assertThat(types(order, number))
        .containsExactly(
            "purchasing.order-placed",
            "purchasing.order-received",
            "purchasing.order-invoiced",
            "purchasing.supplier-invoice-posted",
            "purchasing.supplier-paid");
    assertThat(balances())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("1000", "-4300", "1200", "4300", "2000", "0", "2100", "0"));
  }

  @Test
  void blocksABillThatDiffersAndNamesQuantityAndPriceDifference() {
    String order = order(100, "42.50");
    act("/purchasing/orders/" + order + "/receipts", 1, "{'lines':[{'line':1,'quantity':95}]}")
        .expecting(201);
    HttpAnswer refused =
        act(
                "/purchasing/orders/" + order + "/invoices",
                2,
                "{'lines':[{'line':1,'quantity':100,'unitPrice':45}]}")
            .expecting(409);
    JsonNode problems = refused.json().get("problems");
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).get("field").asString()).isEqualTo("lines.1.quantity");
    assertThat(problems.get(0).get("expected").asString())
        .contains("95 received", "100 ordered", "difference 5");
    assertThat(problems.get(1).get("expected").asString())
        .contains("42.50 as ordered", "difference 2.50 a unit", "5.88 %");
    assertThat(core.get(base + "/purchasing/invoices").json().get("rows")).isEmpty();
  }

  @Test
  void matchesWithinWhatTheCompanySet() {
    String path = base + "/purchasing/match-tolerance";
    HttpAnswer byDefault = core.get(path).expecting(200);
    assertThat(byDefault.header("ETag")).contains("\"0\"");
    assertThat(decimal(byDefault.json().get("quantityPercent"))).isZero();
    assertThat(decimal(byDefault.json().get("pricePercent"))).isEqualByComparingTo("2");
    String body = "{\"quantityPercent\": 6, \"pricePercent\": 5}";
    Map<String, String> first = Map.of("If-Match", "\"0\"");
    core.as("planner").send("PUT", path, body, first).expecting(403);
    core.as("finance").send("PUT", path, body, first).expecting(200);
    core.send("PUT", path, body, first).expecting(412);
    String order = "/purchasing/orders/" + order(100, "42.50");
    act(order + "/receipts", 1, "{'lines':[{'line':1,'quantity':95}]}").expecting(201);
    JsonNode problems =
        act(order + "/invoices", 2, "{'lines':[{'line':1,'quantity':101,'unitPrice':45}]}")
            .expecting(409)
            .json()
            .get("problems");
    assertThat(problems.get(0).get("expected").asString())
        .contains("at most 100.7", "within 6 %; difference 6");
    assertThat(problems.get(1).get("expected").asString())
        .contains("42.50 as ordered, within 5 % (difference 2.50 a unit, 5.88 %)");
    act(order + "/invoices", 2, "{'lines':[{'line':1,'quantity':100,'unitPrice':44}]}")
        .expecting(201);
    act(order + "/receipts", 3, "{}").expecting(201);
    act(order + "/invoices", 4, "{'lines':[{'line':1,'quantity':5,'unitPrice':42.50}]}")
        .expecting(201);
    assertThat(balances())
        .containsEntry("1200", "4612.5")
        .containsEntry("2000", "-4612.5")
        .containsEntry("2100", "0");
  }

  @Test
  void answersIllegalJumpsWithConflict() {
    String order = order(10, "5");
    String path = "/purchasing/orders/" + order;
    act(path + "/cancel", 1, "{'reason':'Not needed'}").expecting(200);
    act(path + "/receipts", 2, "{}").expecting(409);
    act(path + "/cancel", 2, "{'reason':'Again'}").expecting(409);
    HttpAnswer refused =
        act(path + "/invoices", 2, "{'lines':[{'line':1,'quantity':1,'unitPrice':5}]}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").asString()).contains(order, "cancelled");
  }

  @Test
  void refusesAnActDecidedOnAnOlderVersion() {
    String path = "/purchasing/orders/" + order(10, "5") + "/receipts";
    act(path, 1, "{'lines':[{'line':1,'quantity':1}]}").expecting(201);
    act(path, 1, "{'lines':[{'line':1,'quantity':1}]}").expecting(412);
  }

  @Test
  void doesAnActOnceHoweverOftenItIsSent() {
    String path = base + "/purchasing/orders/" + order(10, "5") + "/receipts";
    Map<String, String> headers =
        Map.of("If-Match", "\"1\"", "Idempotency-Key", "receipt-of-" + company);
    String first = core.post(path, "{}", headers).expecting(201).body();
    String again = core.post(path, "{}", headers).expecting(201).body();
    assertThat(again).isEqualTo(first);
    assertThat(onHand("WHEEL")).isEqualByComparingTo("10");
  }

  @Test
  void refusesWhatCannotBeOrderedWithEveryPlace() {
    HttpAnswer refused =
        send(
            "/purchasing/orders",
            "{'supplier':'C-1','lines':[{'item':'NONE','quantity':1,'unitPrice':1},"
                + "{'item':'WHEEL','quantity':1,'unitPrice':1,'account':'6000'},"
                + "{'item':'POST','quantity':1,'unitPrice':1,'account':'1200'}]}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .contains("role supplier", "a registered item", "kept in stock", "documents alone");
  }

  @Test
  void findsOrdersBySupplierAndItem() {
    String order = order(10, "5");
    assertThat(core.get(base + "/purchasing/orders?search=whe").body()).contains(order);
    assertThat(core.get(base + "/purchasing/orders?search=nothing").json().get("rows")).isEmpty();
  }

  @Test
  void changesAnOrderUntilGoodsOfItArriveAndExpectsWhatItNowSays() {
    post("/parties", "{'code':'S-2','name':'Rims','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'HUB','name':'Hub'}");
    String path = "/purchasing/orders/" + order(10, "5");
    String wanted =
        "{'supplier':'S-2','promisedDate':'2999-01-02','lines':["
            + "{'item':'HUB','quantity':3,'unitPrice':8},"
            + "{'item':'WHEEL','quantity':4,'unitPrice':5}]}";
    HttpAnswer changed = put(path, 1, wanted).expecting(200);
    assertThat(changed.header("ETag")).contains("\"2\"");
    assertThat(changed.json().at("/supplier/name").asString()).isEqualTo("Rims");
    assertThat(changed.json().get("promisedDate").asString()).isEqualTo("2999-01-02");
    assertThat(decimal(changed.json().get("netAmount"))).isEqualByComparingTo("44");
    assertThat(expected()).isEqualTo(Map.of("HUB", "3", "WHEEL", "4"));
    put(path, 1, wanted).expecting(412);
    put(path, 2, "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':6,'unitPrice':5}]}")
        .expecting(200);
    assertThat(expected()).isEqualTo(Map.of("WHEEL", "6"));
    act(path + "/receipts", 3, "{'lines':[{'line':1,'quantity':1}]}").expecting(201);
    assertThat(put(path, 4, wanted).expecting(409).body()).contains("goods of it arrived");
    assertThat(core.get(base + path + "/history").json().at("/2/event").asString())
        .isEqualTo("purchasing.order-changed");
  }

  @Test
  void numbersTheDocumentsOfACompanyWithoutGaps() {
    assertThat(order(1, "5")).isEqualTo("PO-000001");
    send(
        "/purchasing/orders",
        "{'supplier':'C-1','lines':[{'item':'WHEEL','quantity':1,'unitPrice':5}]}");
    String path = "/purchasing/orders/" + order(1, "5");
    assertThat(path).endsWith("PO-000002");
    assertThat(act(path + "/receipts", 1, "{}").json().at("/receipt/number").asString())
        .isEqualTo("GR-000001");
    String bill = "{'supplierReference':'R-7','lines':[{'line':1,'quantity':1,'unitPrice':5}]}";
    assertThat(act(path + "/invoices", 2, bill).json().get("number").asString())
        .isEqualTo("SI-000001");
  }

  @Test
  void takesThePaperOfASupplierOnce() {
    String path = "/purchasing/orders/" + order(2, "5");
    act(path + "/receipts", 1, "{}").expecting(201);
    String bill = "{'supplierReference':'R-7','lines':[{'line':1,'quantity':1,'unitPrice':5}]}";
    act(path + "/invoices", 2, bill).expecting(201);
    assertThat(act(path + "/invoices", 3, bill).expecting(409).body())
        .contains("Bill R-7 of supplier S-1 was posted before");
  }

  @Test
  void narrowsListsByTypedFiltersAndTellsTheNextSteps() {
    String small = order(10, "5");
    String large = order(10, "50");
    act("/purchasing/orders/" + small + "/cancel", 1, "{'reason':'Not needed'}").expecting(200);
    assertThat(numbers("orders?status=open")).containsExactly(large);
    assertThat(numbers("orders?netAmount.to=50")).containsExactly(small);
    assertThat(numbers("orders?supplier=S-1&sort=netAmount")).containsExactly(small, large);
    assertThat(core.get(base + "/purchasing/orders?colour=red").expecting(422).body())
        .contains("colour", "a filter of this list");
    JsonNode steps =
        core.as("planner").get(base + "/purchasing/orders/" + large).json().get("steps");
    assertThat(steps.findValuesAsString("act"))
        .containsExactly(
            "change", "confirm", "receive", "return", "invoice", "waive-bills", "cancel");
    JsonNode asBuyer = core.get(base + "/purchasing/orders/" + large).json().get("steps");
    assertThat(asBuyer.findValuesAsString("allowed"))
        .containsExactly("true", "true", "true", "false", "true", "false", "true");
    assertThat(asBuyer.get(3).get("reason").asString()).contains("none came");
    assertThat(core.get(base + "/exports/purchase-orders").expecting(200).body())
        .startsWith("number,supplier,supplier_name,supplier_country,order_date,promised_date")
        .contains(large + ",S-1,Tubes");
  }

  @Test
  void takesInTheOrdersThatAFileBringsAndThoseOfItsOwnExport() {
    String file =
        "number,supplier,promised_date,lines.item,lines.quantity,lines.unit_price\n"
            + "X-1,S-1,2999-01-02,WHEEL,4,5\nX-1,S-1,2999-01-02,WHEEL,1,6\nX-2,S-1,,WHEEL,2,5\n";
    core.post(base + "/imports/purchase-orders?file=orders.csv", file).expecting(200);
    String list = base + "/purchasing/orders";
    JsonNode rows = core.get(list + "?sort=number").expecting(200).json().get("rows");
    assertThat(rows.findValuesAsString("number")).containsExactly("PO-000001", "PO-000002");
    assertThat(decimal(rows.get(0).get("netAmount"))).isEqualByComparingTo("26");
    assertThat(expected()).isEqualTo(Map.of("WHEEL", "7"));
    String export = core.get(base + "/exports/purchase-orders").expecting(200).body();
    core.post(base + "/imports/purchase-orders?file=export.csv", export).expecting(200);
    assertThat(core.get(list).json().get("total").asInt()).isEqualTo(4);
  }

  private List<String> numbers(String query) {
    return core.get(base + "/purchasing/" + query)
        .expecting(200)
        .json()
        .get("rows")
        .findValuesAsString("number");
  }

  private Map<String, String> expected() {
    Map<String, String> expected = new TreeMap<>();
    core.jdbc()
        .sql(
            "select item, trim_scale(sum(quantity))::text from stock.claim"
                + " where company = ? and quantity <> 0 group by item")
        .param(company)
        .query(
            row -> {
              expected.put(row.getString(1), row.getString(2));
            });
    return expected;
  }

  private HttpAnswer put(String path, int version, String json) {
    return core.send(
        "PUT", base + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }

  private String order(int quantity, String price) {
    return send(
            "/purchasing/orders",
            "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':%d,'unitPrice':%s}]}"
                .formatted(quantity, price))
        .expecting(201)
        .json()
        .get("number")
        .asString();
  }

  private List<String> types(String order, String invoice) {
    return core.jdbc()
        .sql("select type from outbox.event where aggregate_id = any(?) order by position")
        .params(
            (Object)
                new String[] {
                  "purchase-order:" + company + "/" + order,
                  "supplier-invoice:" + company + "/" + invoice
                })
        .query(String.class)
        .list();
  }

  private Map<String, String> balances() {
    return TestingBooks.balances(core, company);
  }

  private BigDecimal onHand(String item) {
    return TestingBooks.onHand(core, company, item);
  }

  private void post(String path, String json) {
    send(path, json).expecting(201);
  }

  private HttpAnswer send(String path, String json) {
    return core.post(base + path, json.replace('\'', '"'));
  }

  private HttpAnswer act(String path, int version, String json) {
    return core.post(
        base + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }

  private static String text(HttpAnswer answer, String outer, String inner) {
    return answer.json().get(outer).get(inner).asString();
  }

  private static BigDecimal decimal(JsonNode node) {
    return node.decimalValue();
  }
}
