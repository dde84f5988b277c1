package org.millrace.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class ProductionApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompanyWithMaterials() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'S-1','name':'Tubes','roles':['supplier'],'country':'Germany'}");
    send("/items", "{'code':'WHEEL','name':'Wheel'}");
    send("/items", "{'code':'FRAME','name':'Frame'}");
    send(
        "/items",
        "{'code':'BIKE','name':'Bicycle','materials':[{'item':'FRAME','quantity':1},"
            + "{'item':'WHEEL','quantity':2}]}");
    String order =
        send(
                "/purchasing/orders",
                "{'supplier':'S-1','lines':[{'item':'WHEEL','quantity':20,'unitPrice':30.005},"
                    + "{'item':'FRAME','quantity':10,'unitPrice':100}]}")
            .json()
            .get("number")
            .asString();
    act("/purchasing/orders/" + order + "/receipts", 1, "{}").expecting(201);
  }

  @Test
  void plansWhatIsSpoiltAndStartsBeforeItIsDue() {
    send(
        "/items",
        "{'code':'TRIKE','name':'Tricycle','materials':[{'item':'FRAME','quantity':1},"
            + "{'item':'WHEEL','quantity':2,'scrapPercent':5}]}");
    String policy = "{\"source\": \"make\", \"leadDays\": 3}";
    core.send("PUT", base + "/planning/item-policies/TRIKE", policy, Map.of()).expecting(200);
    HttpAnswer released =
        send("/production/work-orders", "{'item':'TRIKE','quantity':10,'dueDate':'2099-01-12'}");
    assertThat(released.json().get("plannedStart").asString()).isEqualTo("2099-01-07");
    JsonNode wheels = released.json().get("materials").get(1);
    assertThat(wheels.get("quantity").decimalValue()).isEqualByComparingTo("21");
    assertThat(wheels.get("scrapQuantity").decimalValue()).isEqualByComparingTo("1");
    assertThat(released.json().get("materials").get(0).has("scrapQuantity")).isFalse();
    String path = "/production/work-orders/" + released.json().get("number").asString();
    assertThat(core.get(base + path).json().get("materials"))
        .isEqualTo(released.json().get("materials"));
    String luck = "{'lines':[{'item':'FRAME','quantity':10},{'item':'WHEEL','quantity':20}]}";
    act(path + "/consumptions", 1, luck).expecting(201);
    HttpAnswer done = act(path + "/completions", 2, "{}").expecting(201);
    assertThat(done.json().get("workOrder").get("status").asString()).isEqualTo("completed");
    assertThat(TestingBooks.balances(core, company)).containsEntry("1250", "0");
    assertThat(
            core.get(base + "/items/TRIKE").json().at("/materials/1/scrapPercent").decimalValue())
        .isEqualByComparingTo("5");
  }

  @Test
  void makesTenBicyclesAtTheCostOfTheirMaterials() {
    HttpAnswer released =
        send(
            "/production/work-orders",
            "{'item':'BIKE','quantity':10,'leadTimeDays':3,'dueDate':'2099-01-10'}");
    assertThat(released.json().get("plannedStart").asString()).isEqualTo("2099-01-07");
    assertThat(released.json().get("materials").get(1).get("quantity").decimalValue())
        .isEqualByComparingTo("20");
    String path = "/production/work-orders/" + released.json().get("number").asString();
    HttpAnswer consumed = act(path + "/consumptions", 1, "{}").expecting(201);
    assertThat(consumed.json().get("consumption").get("cost").decimalValue())
        .isEqualByComparingTo("1600.10");
    act(path + "/completions", 2, "{'quantity':3}").expecting(201);
    HttpAnswer done = act(path + "/completions", 3, "{}").expecting(201);
    assertThat(done.json().get("workOrder").get("status").asString()).isEqualTo("completed");
    assertThat(TestingBooks.onHand(core, company, "BIKE")).isEqualByComparingTo("10");
    assertThat(TestingBooks.onHand(core, company, "WHEEL")).isZero();
    assertThat(TestingBooks.balances(core, company))
        .containsEntry("1200", "1600.1")
        .containsEntry("1250", "0")
        .containsEntry("2100", "-1600.1");
    assertThat(types(path))
        .containsExactly(
            "production.work-order-released",
            "production.materials-consumed",
            "production.work-order-completed",
            "production.work-order-completed");
    act(path + "/completions", 4, "{}").expecting(409);
    act(path + "/consumptions", 4, "{'lines':[{'item':'WHEEL','quantity':1}]}").expecting(409);
  }

  @Test
  void passesTheCostOfALatePaperOnToWhatWasMadeAndToWhatWasSoldOfIt() {
    send("/items", "{'code':'SCREW','name':'Screw'}");
    send("/items", "{'code':'STOOL','name':'Stool','materials':[{'item':'SCREW','quantity':2}]}");
    send("/items", "{'code':'BENCH','name':'Bench','materials':[{'item':'STOOL','quantity':2}]}");
    moved("SCREW", 10, "10", "2026-02-03");
    make("STOOL", 5, "2026-02-10");
    make("BENCH", 1, "2026-02-12");
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Germany'}");
    send(
        "/sales/invoices",
        "{'customer':'C','lines':[{'item':'BENCH','quantity':1,'unitPrice':99},"
            + "{'item':'STOOL','quantity':1,'unitPrice':50}],"
            + "'occurredAt':'2026-02-13T00:00:00Z'}");
    moved("SCREW", 10, "20", "2026-02-05");
    assertThat(TestingBooks.balances(core, company))
        .containsEntry("1200", "1810.1") // 10 screws at 15, 2 stools at 30; frames and wheels
        .containsEntry("1250", "0")
        .containsEntry("5000", "90");
    JsonNode stool = core.get(base + "/stock/balances?search=STOOL").json().at("/rows/0");
    assertThat(stool.get("averageCost").decimalValue()).isEqualByComparingTo("30");
    assertThat(stool.get("value").decimalValue()).isEqualByComparingTo("60");
  }

  @Test
  void takesMaterialsLateThatChangeWhatItTookAfterThem() {
    send("/items", "{'code':'SCREW','name':'Screw'}");
    send("/items", "{'code':'STOOL','name':'Stool','materials':[{'item':'SCREW','quantity':2}]}");
    moved("SCREW", 10, "10", "2026-02-03");
    moved("SCREW", 10, "20", "2026-02-08");
    String path = "/production/work-orders/" + work("STOOL", 5, "2026-02-04");
    String four = "{'lines':[{'item':'SCREW','quantity':4}],'occurredAt':'%sT00:00:00Z'}";
    act(path + "/consumptions", 1, four.formatted("2026-02-10")).expecting(201);
    act(path + "/consumptions", 2, four.formatted("2026-02-05")).expecting(201);
    JsonNode order = core.get(base + path).json();
    assertThat(order.get("materialCost").decimalValue())
        .isEqualByComparingTo("105"); // 4 at 10, then 4 at 260 / 16
    assertThat(TestingBooks.balances(core, company)).containsEntry("1250", "105");
  }

  private void moved(String item, int quantity, String cost, String day) {
    String line = "{'item':'%s','quantity':%d,'unitCost':%s}".formatted(item, quantity, cost);
    send("/stock/movements", "{'lines':[%s],'occurredAt':'%sT00:00:00Z'}".formatted(line, day));
  }

  private String work(String item, int quantity, String day) {
    return number(
        "{'item':'%s','quantity':%d,'occurredAt':'%sT00:00:00Z'}".formatted(item, quantity, day));
  }

  private void make(String item, int quantity, String day) {
    String path = "/production/work-orders/" + work(item, quantity, day);
    String then = "{'occurredAt':'%sT00:00:00Z'}".formatted(day);
    act(path + "/consumptions", 1, then).expecting(201);
    act(path + "/completions", 2, then).expecting(201);
  }

  @Test
  void changesAnOrderUntilItTakesMaterials() {
    String path = "/production/work-orders/" + number("{'item':'BIKE','quantity':10}");
    String seven = "{'item':'BIKE','quantity':7,'dueDate':'2999-01-02'}";
    HttpAnswer changed = put(path, 1, seven).expecting(200);
    assertThat(changed.json().at("/materials/1/quantity").decimalValue())
        .isEqualByComparingTo("14");
    assertThat(changed.json().get("dueDate").asString()).isEqualTo("2999-01-02");
    assertThat(claims()).isEqualTo(Map.of("BIKE", "7", "FRAME", "-7", "WHEEL", "-14"));
    put(path, 1, seven).expecting(412);
    HttpAnswer consumed = act(path + "/consumptions", 2, "{}").expecting(201);
    assertThat(consumed.json().at("/consumption/number").asString()).isEqualTo("MC-000001");
    assertThat(put(path, 3, seven).expecting(409).body()).contains("it took materials");
    HttpAnswer done = act(path + "/completions", 3, "{}").expecting(201);
    assertThat(done.json().at("/completion/number").asString()).isEqualTo("PC-000001");
    assertThat(types(path)).contains("production.work-order-changed");
  }

  @Test
  void narrowsListsByTypedFiltersAndExportsOrdersWithTheirMaterials() {
    String number = number("{'item':'BIKE','quantity':3}");
    assertThat(number).isEqualTo("WO-000001");
    String list = base + "/production/work-orders";
    assertThat(core.get(list + "?status=released&quantity.to=3").json().get("total").asInt())
        .isEqualTo(1);
    assertThat(core.get(list + "?status=completed").json().get("rows")).isEmpty();
    core.get(list + "?colour=red").expecting(422);
    assertThat(core.get(base + "/exports/work-orders").expecting(200).body())
        .contains("materials.item", number + ",BIKE,Bicycle,3", ",WHEEL,Wheel,6");
  }

  private Map<String, String> claims() {
    Map<String, String> claims = new TreeMap<>();
    core.jdbc()
        .sql(
            "select item, trim_scale(quantity)::text from stock.claim"
                + " where company = ? and quantity <> 0 and document_type = 'work-order'")
        .param(company)
        .query(
            row -> {
              claims.put(row.getString(1), row.getString(2));
            });
    return claims;
  }

  private HttpAnswer put(String path, int version, String json) {
    return core.send(
        "PUT", base + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }

  @Test
  void refusesToCompleteBeforeMaterialsWereTaken() {
    String path = "/production/work-orders/" + number("{'item':'BIKE','quantity':10}");
    act(path + "/consumptions", 1, "{'lines':[{'item':'FRAME','quantity':10}]}").expecting(201);
    HttpAnswer refused = act(path + "/completions", 2, "{'quantity':1}").expecting(409);
    assertThat(refused.json().get("detail").asString()).contains("enough for 0", "20 WHEEL");
  }

  @Test
  void refusesMoreMaterialThanLiesInStockAndChangesNothing() {
    String path = "/production/work-orders/" + number("{'item':'BIKE','quantity':11}");
    act(path + "/consumptions", 1, "{}").expecting(409);
    assertThat(core.get(base + path).header("ETag")).contains("\"1\"");
    assertThat(TestingBooks.onHand(core, company, "WHEEL")).isEqualByComparingTo("20");
  }

  @Test
  void givesUpAnOrderThatTookNoMaterials() {
    String path = "/production/work-orders/" + number("{'item':'BIKE','quantity':2}");
    assertThat(act(path + "/cancel", 1, "{'reason':' '}").status()).isEqualTo(422);
    JsonNode cancelled = act(path + "/cancel", 1, "{'reason':'Not wanted'}").expecting(200).json();
    assertThat(cancelled.get("status").asString()).isEqualTo("cancelled");
    assertThat(types(path))
        .containsExactly("production.work-order-released", "production.work-order-cancelled");
    assertThat(core.get(base + path + "/history").json().at("/0/reason").asString())
        .isEqualTo("Not wanted");
    for (String act : List.of("/cancel", "/consumptions", "/completions")) {
      assertThat(act(path + act, 2, act.equals("/cancel") ? "{'reason':'x'}" : "{}").status())
          .as(act)
          .isEqualTo(409);
    }
    String begun = "/production/work-orders/" + number("{'item':'BIKE','quantity':2}");
    act(begun + "/consumptions", 1, "{}").expecting(201);
    assertThat(act(begun + "/cancel", 2, "{'reason':'x'}").expecting(409).body())
        .contains("cannot be cancelled: it took materials");
    assertThat(
            core.jdbc()
                .sql(
                    "select count(*) from stock.claim where company = ? and item = 'BIKE'"
                        + " and quantity <> 0")
                .param(company)
                .query(Integer.class)
                .single())
        .as("what the cancelled order would have yielded is not expected any more")
        .isEqualTo(1);
  }

  @Test
  void suppliesWhatTakesFractionsOfFractionsAndSpoilsSome() {
    send("/items", "{'code':'C','name':'Ink'}");
    String bill = "{'code':'%s','name':'%1$s','materials':[{'item':'%s','quantity':%s,%s}]}";
    send("/items", bill.formatted("B", "C", "0.0275", "'scrapPercent':3"));
    send("/items", bill.formatted("A", "B", "0.311", "'scrapPercent':2"));
    send("/parties", "{'code':'K','name':'Shop','roles':['customer'],'country':'Italy'}");
    String line = "{'customer':'K','lines':[{'item':'A','quantity':1,'unitPrice':9}]}";
    String order = send("/sales/orders", line).json().get("number").asString();
    JsonNode supply = send("/production/supply", "{'salesOrder':'" + order + "'}").json();

    JsonNode paint = supply.at("/workOrders/0/materials/0");
    assertThat(paint.get("quantity").decimalValue())
        .as("0.311 x 1.02 = 0.31722, rounded up")
        .isEqualByComparingTo("0.3173");
    assertThat(paint.get("scrapQuantity").decimalValue()).isEqualByComparingTo("0.0063");
    assertThat(supply.at("/workOrders/1/quantity").decimalValue()).isEqualByComparingTo("0.3173");
    JsonNode ink = supply.at("/workOrders/1/materials/0");
    assertThat(ink.get("quantity").decimalValue())
        .as("0.3173 x 0.0275 x 1.03 = 0.0089875..., rounded up")
        .isEqualByComparingTo("0.0090");
    assertThat(ink.get("scrapQuantity").decimalValue()).isEqualByComparingTo("0.0002");
    assertThat(supply.at("/withoutSupplier/0/quantity").decimalValue())
        .isEqualByComparingTo("0.0090");
  }

  @Test
  void refusesAnItemWithoutBillOfMaterial() {
    HttpAnswer refused =
        core.post(base + "/production/work-orders", "{\"item\":\"WHEEL\",\"quantity\":1}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body()).contains("bill of material");
  }

  private String number(String json) {
    return send("/production/work-orders", json).json().get("number").asString();
  }

  private List<String> types(String path) {
    String number = path.substring(path.lastIndexOf('/') + 1);
    return core.jdbc()
        .sql("select type from outbox.event where aggregate_id = ? order by aggregate_version")
        .params("work-order:" + company + "/" + number)
        .query(String.class)
        .list();
  }

  private HttpAnswer send(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201);
  }

  private HttpAnswer act(String path, int version, String json) {
    return core.post(
        base + path, json.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
