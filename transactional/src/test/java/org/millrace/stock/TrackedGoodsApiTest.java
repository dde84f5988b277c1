package org.millrace.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Milk, which is tracked by lot, and bicycles, each with a serial number, come and go. */
class TrackedGoodsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void keepsMilkAndBikes() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("/parties", "{'code':'S','name':'Farm','roles':['supplier'],'country':'IT'}");
    post("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'IT'}");
    post("/items", "{'code':'MILK','name':'Milk','tracking':'lot'}");
    post("/items", "{'code':'BIKE','name':'Bike','tracking':'serial'}");
  }

  @Test
  void refusesGoodsThatNameNoLot() {
    HttpAnswer untold = receive(ordered("MILK", 5), "[{'line':1,'quantity':5}]", 422);
    assertThat(problem(untold, 0))
        .isEqualTo("lines.lot '' the lot of the goods: item MILK is tracked by lot");
    HttpAnswer unnumbered = receive(ordered("BIKE", 2), "[{'line':1,'quantity':2}]", 422);
    assertThat(problem(unnumbered, 0))
        .startsWith("lines.lot '' the serial number of the goods: item BIKE is tracked");
    HttpAnswer together = receive(ordered("BIKE", 2), "[{'line':1,'quantity':2,'lot':'S1'}]", 422);
    assertThat(problem(together, 0))
        .isEqualTo("lines.quantity '2' 1: each piece of item BIKE has a serial number of its own");
  }

  @Test
  void takesInSeveralLotsOnOneLine() {
    receive(
        ordered("MILK", 5),
        "[{'line':1,'quantity':3,'lot':'L1'},{'line':1,'quantity':2,'lot':'L2'}]",
        201);
    assertThat(moved("MILK")).containsExactlyInAnyOrder("receipt L1 3", "receipt L2 2");
  }

  @Test
  void takesASerialNumberOnce() {
    String bikes = ordered("BIKE", 3);
    receive(bikes, "[{'line':1,'quantity':1,'lot':'S1'},{'line':1,'quantity':1,'lot':'S2'}]", 201);
    HttpAnswer twice = receive(bikes, "[{'line':1,'quantity':1,'lot':'S2'}]", 409);
    assertThat(problem(twice, 0))
        .isEqualTo(
            "lines.lot 'S2' a serial number that is not there yet: item BIKE has this one in"
                + " stock");
    assertThat(moved("BIKE")).hasSize(2);
  }

  @Test
  void deliversSeveralLotsOfOneLineAndTakesBackTheOneThatIsNamed() {
    String sold = deliveredMilk();
    assertThat(moved("MILK"))
        .contains("issue L1 -3", "issue L2 -1")
        .doesNotContain("issue L1 -4", "issue L2 -4");
    String invoice = act("/sales/orders/" + sold, "/invoices", "{}", 201);
    HttpAnswer open =
        core.post(
            base + "/sales/invoices/" + invoice + "/credit-notes",
            "{\"lines\":[{\"line\":1,\"quantity\":1}]}",
            Map.of("If-Match", "\"1\""));
    assertThat(open.status()).isEqualTo(422);
    assertThat(problem(open, 0)).contains("lines.lot '' one of the lots L1, L2 of item MILK");
    act(
        "/sales/invoices/" + invoice,
        "/credit-notes",
        "{'lines':[{'line':1,'quantity':1,'lot':'L2'}]}",
        201);
    assertThat(moved("MILK")).contains("return L2 1");
  }

  @Test
  void refusesMoreOfALotThanLiesThere() {
    deliveredMilk();
    HttpAnswer lacking =
        core.post(
            base + "/stock/movements",
            "{\"lines\":[{\"item\":\"MILK\",\"quantity\":-2,\"lot\":\"L2\"}]}");
    assertThat(lacking.status()).isEqualTo(409);
    assertThat(problem(lacking, 0))
        .isEqualTo(
            "lines.quantity '2' at most 1 of lot L2 of item MILK at MAIN: move less, or goods of"
                + " another lot");
    post("/stock/movements", "{'lines':[{'item':'MILK','quantity':-1,'lot':'L2'}]}");
  }

  @Test
  void scrapsTheLotThatACustomerSentBack() {
    String invoice = act("/sales/orders/" + deliveredMilk(), "/invoices", "{}", 201);
    String asked =
        "{'invoice':'%s','reason':'Sour','lines':[{'line':1,'quantity':1}]}".formatted(invoice);
    String back = "/sales/returns/" + post("/sales/returns", asked).get("number").asString();
    act(back, "/authorise", "{}", 200);
    act(back, "/receive", "{'lines':[{'line':1,'quantity':1,'lot':'L2'}]}", 200);
    act(back, "/inspect", "{'lines':[{'line':1,'outcome':'scrap'}]}", 200);
    act(back, "/settle", "{}", 200);
    assertThat(moved("MILK")).contains("return L2 1", "adjustment L2 -1");
    act(back, "/reverse", "{'reason':'He keeps it'}", 200);
    assertThat(moved("MILK")).contains("adjustment L2 1");
  }

  @Test
  void usesTheOnlyLotForATicketAndSellsOneOverTheCounter() {
    receive(ordered("MILK", 5), "[{'line':1,'quantity':5,'lot':'L1'}]", 201);
    String ticket =
        post("/service/tickets", "{'customer':'C','subject':'Dry'}").get("number").asString();
    act("/service/tickets/" + ticket, "/parts", "{'item':'MILK'}", 201);
    post(
        "/sales/counter-sales",
        "{'customer':'C','lines':[{'item':'MILK','quantity':2,'unitPrice':2,'lot':'L1'}]}");
    assertThat(moved("MILK")).contains("issue L1 -1", "issue L1 -2");
  }

  /** Of 5 of L1 and 2 of L2 go 3 and 1. */
  private String deliveredMilk() {
    receive(
        ordered("MILK", 7),
        "[{'line':1,'quantity':5,'lot':'L1'},{'line':1,'quantity':2,'lot':'L2'}]",
        201);
    String sold =
        post(
                "/sales/orders",
                "{'customer':'C','lines':[{'item':'MILK','quantity':4,'unitPrice':2}]}")
            .get("number")
            .asString();
    act(
        "/sales/orders/" + sold,
        "/deliveries",
        "{'lines':[{'line':1,'quantity':3,'lot':'L1'},{'line':1,'quantity':1,'lot':'L2'}]}",
        201);
    return sold;
  }

  private String ordered(String item, int quantity) {
    return post(
            "/purchasing/orders",
            "{'supplier':'S','lines':[{'item':'%s','quantity':%d,'unitPrice':1}]}"
                .formatted(item, quantity))
        .get("number")
        .asString();
  }

  private HttpAnswer receive(String order, String lines, int status) {
    return sent("/purchasing/orders/" + order, "/receipts", "{'lines':" + lines + "}", status);
  }

  private List<String> moved(String item) {
    JsonNode rows =
        core.get(base + "/stock/movements?item=" + item).expecting(200).json().get("rows");
    return rows.valueStream()
        .map(
            row ->
                "%s %s %s"
                    .formatted(
                        row.get("reason").asString(),
                        row.get("lot").asString(),
                        row.get("quantity").decimalValue().toBigInteger()))
        .toList();
  }

  private static String problem(HttpAnswer refused, int at) {
    JsonNode problem = refused.json().get("problems").get(at);
    return "%s '%s' %s"
        .formatted(
            problem.get("field").asString(),
            problem.get("value").asString(),
            problem.get("expected").asString());
  }

  private String act(String document, String act, String body, int status) {
    return sent(document, act, body, status).json().path("number").asString("");
  }

  private HttpAnswer sent(String document, String act, String body, int status) {
    String version = core.get(base + document).expecting(200).header("ETag").orElseThrow();
    return core.post(base + document + act, body.replace('\'', '"'), Map.of("If-Match", version))
        .expecting(status);
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }
}
