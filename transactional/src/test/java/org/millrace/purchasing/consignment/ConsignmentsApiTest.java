package org.millrace.purchasing.consignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Goods of suppliers stay theirs until they are taken over. */
class ConsignmentsApiTest {
  private static final String LIST = "/purchasing/consignments";

  private final TestingCore core = TestingCore.running();
  private String base;
  private String path;

  @BeforeEach
  void receive() {
    base = "/api/companies/" + core.newCompany("EUR", "false");
    send("/parties", "{'code':'S','name':'Rims','roles':['supplier'],'country':'Italy'}");
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    send("/items", "{'code':'RIM','name':'Rim'}").expecting(201);
    send("/items", "{'code':'HUB','name':'Hub','tracking':'lot'}").expecting(201);
    send("/items", "{'code':'HOUR','name':'Hour','kind':'service'}").expecting(201);
    path = LIST + "/" + number(send(LIST, wanted("RIM", 10)).expecting(201));
  }

  private static String wanted(String item, int quantity) {
    return "{'supplier':'S','lines':[{'item':'%s','quantity':%d,'unitPrice':7}]}"
        .formatted(item, quantity);
  }

  private HttpAnswer send(String to, String body) {
    return core.post(base + to, body.replace('\'', '"'));
  }

  private HttpAnswer act(String verb, int version, String body) {
    return core.send(
        "POST",
        base + path + "/" + verb,
        body.replace('\'', '"'),
        Map.of("If-Match", "\"%d\"".formatted(version)));
  }

  private static String number(HttpAnswer made) {
    return made.json().get("number").asString();
  }

  private JsonNode got(String from) {
    return core.get(base + from).expecting(200).json();
  }

  private String onHand() {
    JsonNode rows = got("/stock/balances?item=RIM").get("rows");
    return rows.isEmpty() ? "0" : rows.get(0).get("onHand").asString();
  }

  private String taking(int quantity) {
    return "{'lines':[{'line':1,'quantity':%d}]}".formatted(quantity);
  }

  @Test
  void itIsNoneOfOursUntilItIsTakenOver() {
    assertThat(onHand()).isEqualTo("0");
    assertThat(
            send(
                    "/sales/orders",
                    "{'customer':'C','lines':[{'item':'RIM','quantity':1," + "'unitPrice':9}]}")
                .expecting(201)
                .json()
                .get("status")
                .asString())
        .isEqualTo("open");
    JsonNode goods = got("/purchasing/consigned-goods").at("/rows/0");
    assertThat(goods.get("leftQuantity").asString()).isEqualTo("10");
    JsonNode after = act("take-over", 1, taking(4)).expecting(200).json();
    assertThat(after.at("/lines/0/takenOverQuantity").asString()).isEqualTo("4");
    assertThat(onHand()).isEqualTo("4");
    String order = after.at("/takeOvers/0/order").asString();
    assertThat(got("/purchasing/orders/" + order).get("status").asString()).isEqualTo("received");
    assertThat(got("/purchasing/orders/" + order).at("/demand/type").asString())
        .isEqualTo("consignment");
    assertThat(got("/ledger/unbilled-goods").at("/rows/0/amount").decimalValue())
        .isEqualByComparingTo("28");
    String id = goods.get("id").asString();
    assertThat(got("/purchasing/consigned-goods/" + id).get("leftQuantity").asString())
        .isEqualTo("6");
  }

  @Test
  void itIsGivenBackAndReturned() {
    JsonNode taken = act("take-over", 1, "{}").expecting(200).json();
    assertThat(taken.get("status").asString()).isEqualTo("closed");
    assertThat(got("/purchasing/consigned-goods").get("total").asInt()).isZero();
    String receipt = taken.at("/takeOvers/0/receipt").asString();
    String back = "{'receipt':'%s'}".formatted(receipt);
    assertThat(act("give-back", 2, "{'receipt':'GR-0'}").expecting(422).body()).contains("GR-0");
    JsonNode given = act("give-back", 2, back).expecting(200).json();
    assertThat(given.get("status").asString()).isEqualTo("open");
    assertThat(given.at("/takeOvers/1/quantity").asString()).isEqualTo("-10");
    assertThat(onHand()).isEqualTo("0");
    act("give-back", 3, back).expecting(409);
    assertThat(act("cancel", 3, "{'reason':'x'}").expecting(200).json().get("status").asString())
        .isEqualTo("cancelled");
  }

  @Test
  void moreThanIsLeftIsRefused() {
    assertThat(act("take-over", 1, taking(11)).expecting(422).body())
        .contains("more than 0 and at most the 10 that are left");
    act("return", 1, "{'reason':'Unsold','lines':[{'line':1,'quantity':9}]}").expecting(200);
    act("take-over", 2, taking(2)).expecting(422);
    act("cancel", 2, "{'reason':'x'}").expecting(409);
    act("take-over", 2, taking(1)).expecting(200);
    act("take-over", 3, taking(1)).expecting(409);
  }

  @Test
  void refusesWhatCannotCome() {
    assertThat(send(LIST, wanted("HOUR", 1)).expecting(422).body()).contains("kept in stock");
    assertThat(send(LIST, wanted("NONE", 1)).expecting(422).body()).contains("NONE");
    send(LIST, wanted("RIM", 0)).expecting(422);
    send(LIST, wanted("RIM", 1).replace("'S'", "'C'")).expecting(422);
    send(LIST, "{'supplier':'S','lines':[]}").expecting(422);
    assertThat(send(LIST, wanted("HUB", 1)).expecting(422).body()).contains("tracked by it");
    String expiring =
        wanted("RIM", 1).replace("'unitPrice'", "'expiresOn':'2999-01-01','unitPrice'");
    assertThat(send(LIST, expiring).expecting(422).body()).contains("does not expire");
  }

  @Test
  void aLotComesAlong() {
    path =
        LIST
            + "/"
            + number(
                send(LIST, wanted("HUB", 3).replace("'unitPrice'", "'lot':'L7','unitPrice'"))
                    .expecting(201));
    act("take-over", 1, taking(2)).expecting(200);
    assertThat(got("/stock/lots?item=HUB").at("/rows/0/lot").asString()).isEqualTo("L7");
  }

  @Test
  void theLotThatWasTakenOverIsGivenBackAndNoOther() {
    String other = "'lines':[{'item':'HUB','quantity':5,'unitCost':6,'lot':'L1'}]";
    send("/stock/movements", "{" + other + "}").expecting(201);
    String lines =
        "{'supplier':'S','lines':[{'item':'HUB','quantity':3,'unitPrice':7,'lot':'L7'},"
            + "{'item':'HUB','quantity':2,'unitPrice':7,'lot':'L8'}]}";
    path = LIST + "/" + number(send(LIST, lines).expecting(201));
    JsonNode taken = act("take-over", 1, "{}").expecting(200).json();
    String receipt = taken.at("/takeOvers/0/receipt").asString();
    act("give-back", 2, "{'receipt':'%s'}".formatted(receipt)).expecting(200);
    JsonNode lots = got("/stock/lots?item=HUB").get("rows");
    lots.forEach(
        row ->
            assertThat(row.get("onHand").asInt())
                .as(row.toString())
                .isEqualTo(row.get("lot").asString().equals("L1") ? 5 : 0));
    assertThat(lots.toString()).contains("L1");
  }

  @Test
  void whatManyTakeAtOnceIsThereOnce() throws Exception {
    List<Callable<Integer>> clerks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      clerks.add(() -> act("take-over", 1, taking(10)).status());
    }
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> answer : pool.invokeAll(clerks)) {
      answers.add(answer.get());
    }
    pool.shutdown();
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(onHand()).isEqualTo("10");
  }
}
