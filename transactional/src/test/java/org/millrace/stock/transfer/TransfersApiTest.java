package org.millrace.stock.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class TransfersApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompanyWithThreeBells() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/items", "{'code':'BELL','name':'Bell'}");
    send("/items", "{'code':'FITTING','name':'Fitting','kind':'service'}");
    send("/stock/locations", "{'code':'SHOP','name':'Shop'}");
    send("/stock/movements", "{'lines':[{'item':'BELL','quantity':3,'unitCost':3.333}]}");
  }

  @Test
  void movesGoodsWithTheirValueAndPostsNothingToTheJournal() {
    Map<String, String> before = TestingBooks.balances(core, company);
    String path = draft(3);
    assertThat(places()).containsExactly("MAIN 3");
    JsonNode posted = act(path + "/post", 1, "{}").expecting(200).json();
    assertThat(posted.get("status").asString()).isEqualTo("posted");
    assertThat(places()).containsExactly("MAIN 0", "SHOP 3");
    assertThat(core.get(base + "/stock/balances/BELL").json().get("value").decimalValue())
        .isEqualByComparingTo("10");
    assertThat(TestingBooks.balances(core, company)).isEqualTo(before);
    assertThat(core.get(base + "/stock/movements?search=TR-000001").json().get("rows"))
        .extracting(row -> row.get("reason").asString() + " " + row.get("quantity").asString())
        .containsExactly("transfer 3", "transfer -3");
    assertThat(core.get(base + "/exports/transfers").expecting(200).body())
        .contains("TR-000001,posted,MAIN,SHOP", ",1,BELL,Bell,3");
    assertThat(history(path)).containsExactly("stock.transfer-posted", "stock.transfer-drafted");
  }

  @Test
  void stockAndMovementsAreToldOfOneItemOrPlaceAlone() {
    send("/items", "{'code':'BELLOWS','name':'Bellows'}");
    send("/stock/movements", "{'lines':[{'item':'BELLOWS','quantity':1,'unitCost':1}]}");
    act(draft(1) + "/post", 1, "{}").expecting(200);
    assertThat(rows("/stock/balances?search=BELL")).hasSize(3);
    assertThat(rows("/stock/balances?item=BELL")).hasSize(2);
    assertThat(rows("/stock/balances?item=BELL&location=SHOP")).hasSize(1);
    assertThat(rows("/stock/movements?item=BELL")).hasSize(3);
    assertThat(rows("/stock/movements?location=SHOP")).hasSize(1);
    core.get(base + "/stock/movements?place=SHOP").expecting(422);
  }

  private JsonNode rows(String list) {
    return core.get(base + list).expecting(200).json().get("rows");
  }

  @Test
  void refusesToMoveMoreThanIsThereAndLeavesTheDraft() {
    String path = draft(4);
    HttpAnswer refused = act(path + "/post", 1, "{}").expecting(409);
    assertThat(refused.body()).contains("at most 3 of item BELL at MAIN");
    JsonNode draft = core.get(base + path).json();
    assertThat(draft.get("status").asString()).isEqualTo("draft");
    String less = "{'fromLocation':'MAIN','toLocation':'SHOP','lines':%s}".formatted(bells(2));
    core.send("PUT", base + path, json(less), version(1)).expecting(200);
    act(path + "/post", 1, "{}").expecting(412);
    act(path + "/post", 2, "{}").expecting(200);
    assertThat(places()).containsExactly("MAIN 1", "SHOP 2");
  }

  @Test
  void isReversedByATransferThatNamesIt() {
    String path = draft(2);
    act(path + "/post", 1, "{}").expecting(200);
    act(path + "/reverse", 2, "{'reason':' '}").expecting(422);
    JsonNode back = act(path + "/reverse", 2, "{'reason':'Wrong shop'}").expecting(201).json();
    assertThat(back.get("reverses").asString()).isEqualTo("TR-000001");
    assertThat(back.get("status").asString()).isEqualTo("reversing");
    act("/stock/transfers/TR-000002/reverse", 1, "{'reason':'Back again'}").expecting(409);
    assertThat(core.get(base + path).json().get("reversedBy").asString()).isEqualTo("TR-000002");
    assertThat(places()).containsExactly("MAIN 3", "SHOP 0");
    act(path + "/reverse", 3, "{'reason':'Again'}").expecting(409);
  }

  @Test
  void isNotReversedOnceTheGoodsAreGone() {
    String path = draft(2);
    act(path + "/post", 1, "{}").expecting(200);
    send("/stock/movements", "{'lines':[{'item':'BELL','location':'SHOP','quantity':-1}]}");
    HttpAnswer refused = act(path + "/reverse", 2, "{'reason':'Wrong shop'}").expecting(409);
    assertThat(refused.body()).contains("at most 1 of item BELL at SHOP");
    assertThat(core.get(base + "/stock/transfers").json().get("total").asInt()).isEqualTo(1);
  }

  @Test
  void refusesLocationsAndItemsThatAreNotThere() {
    HttpAnswer moon =
        core.post(
            base + "/stock/transfers",
            json("{'fromLocation':'MAIN','toLocation':'MOON','lines':" + bells(1) + "}"));
    assertThat(moon.expecting(422).json().at("/problems/0/field").asString())
        .isEqualTo("toLocation");
    HttpAnswer service =
        core.post(
            base + "/stock/transfers",
            json("{'fromLocation':'MAIN','toLocation':'SHOP','lines':" + bells(1) + "}")
                .replace("BELL", "FITTING"));
    assertThat(service.expecting(422).json().at("/problems/0/expected").asString())
        .isEqualTo("a registered item that is kept in stock");
  }

  @Test
  void isTheStorekeepersAndNotTheSellersToMake() {
    String body = json("{'fromLocation':'MAIN','toLocation':'SHOP','lines':" + bells(1) + "}");
    core.as("sales").post(base + "/stock/transfers", body).expecting(403);
    core.as("storekeeper").post(base + "/stock/transfers", body).expecting(201);
    core.as("sales").get(base + "/stock/transfers/TR-000001").expecting(200);
  }

  private String draft(int bells) {
    String body = "{'fromLocation':'MAIN','toLocation':'SHOP','lines':%s}".formatted(bells(bells));
    return "/stock/transfers/" + send("/stock/transfers", body).json().get("number").asString();
  }

  private static String bells(int quantity) {
    return "[{'item':'BELL','quantity':%d}]".formatted(quantity);
  }

  private List<String> places() {
    return core.get(base + "/stock/balances/BELL")
        .json()
        .get("places")
        .valueStream()
        .map(place -> place.get("location").asString() + " " + place.get("onHand").asInt())
        .toList();
  }

  private List<String> history(String path) {
    return core.get(base + path + "/history")
        .json()
        .valueStream()
        .map(entry -> entry.get("event").asString())
        .toList();
  }

  private HttpAnswer send(String path, String body) {
    return core.post(base + path, json(body)).expecting(201);
  }

  private HttpAnswer act(String path, int version, String body) {
    return core.post(base + path, json(body), version(version));
  }

  private static Map<String, String> version(int version) {
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }
}
