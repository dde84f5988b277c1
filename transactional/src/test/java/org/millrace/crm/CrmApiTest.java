package org.millrace.crm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class CrmApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void registerACustomer() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    post("/parties", "{'code':'C-2','name':'Other','roles':['customer'],'country':'Italy'}");
    post("/parties", "{'code':'S-1','name':'Wheels','roles':['supplier'],'country':'Italy'}");
    post("/items", "{'code':'BIKE','name':'Bike'}");
    post("/items", "{'code':'HELMET','name':'Helmet'}");
  }

  @Test
  void keepsEachStageWithWhenItWasEnteredAndLeft() {
    String number = open("C-1", "2020-01-01T08:00:00Z");
    move(number, 1, "proposal", "2020-01-04T08:00:00Z").expecting(200);
    move(number, 2, "negotiation", "2020-01-10T08:00:00Z").expecting(200);
    JsonNode back = move(number, 3, "proposal", "2020-01-11T08:00:00Z").expecting(200).json();
    assertThat(back.get("stage").asString()).isEqualTo("proposal");
    assertThat(back.get("stages")).hasSize(4);
    JsonNode first = back.get("stages").get(0);
    assertThat(first.get("stage").asString()).isEqualTo("qualification");
    assertThat(first.get("leftAt").asString()).isEqualTo("2020-01-04T08:00:00Z");
    assertThat(back.get("stages").get(3).has("leftAt")).isFalse();
  }

  @Test
  void refusesStagesThatDoNotFollowAndTellsWhichDo() {
    String number = open("C-1", "2020-01-01T08:00:00Z");
    assertThat(move(number, 1, "negotiation", "2020-01-04T08:00:00Z").expecting(409).body())
        .contains("from qualification to negotiation", "It can go to proposal");
    move(number, 1, "qualification", "2020-01-04T08:00:00Z").expecting(409);
    move(number, 1, "proposal", "2019-12-31T08:00:00Z").expecting(422);
    move(number, 7, "proposal", "2020-01-04T08:00:00Z").expecting(412);
  }

  @Test
  void closesAsWonWithAnOrderOfTheSameCustomer() {
    String lines = "'lines':[{'item':'BIKE','quantity':1,'unitPrice':400}]}";
    String ours = number(post("/sales/orders", "{'customer':'C-1'," + lines));
    String theirs = number(post("/sales/orders", "{'customer':'C-2'," + lines));
    String number = open("C-1", "2020-01-01T08:00:00Z");
    String won = "{'outcome':'won','orderNumber':'%s'}";
    assertThat(act(number, "close", won.formatted(theirs), 1).expecting(422).body())
        .contains(theirs + " of C-2", "an order of C-1");
    act(number, "close", won.formatted("SO-NONE"), 1).expecting(404);
    act(number, "close", "{'outcome':'open'}", 1).expecting(422);
    JsonNode closed = act(number, "close", won.formatted(ours), 1).expecting(200).json();
    assertThat(closed.get("outcome").asString()).isEqualTo("won");
    assertThat(closed.get("orderNumber").asString()).isEqualTo(ours);
    assertThat(act(number, "close", "{'outcome':'won'}", 2).expecting(409).body())
        .contains("it is won. Open a new one.");
    move(number, 2, "proposal", "2020-01-04T08:00:00Z").expecting(409);
    assertThat(core.get(base + "/crm/opportunities?outcome=open").json().get("rows")).isEmpty();
    assertThat(core.get(base + "/crm/opportunities?outcome=won").json().get("rows")).hasSize(1);
    core.get(base + "/crm/opportunities?colour=red").expecting(422);
    assertThat(closed.get("steps").findValues("allowed").toString()).doesNotContain("true");
    assertThat(core.get(base + "/crm/opportunities/" + number).json().get("stages"))
        .isEqualTo(closed.get("stages"));
  }

  @Test
  void closesAsLostOnlyWithAReason() {
    String number = open("C-1", "2020-01-01T08:00:00Z");
    assertThat(act(number, "close", "{'outcome':'lost'}", 1).expecting(422).body())
        .contains("lostReason", "why it was lost");
    JsonNode closed =
        act(number, "close", "{'outcome':'lost','lostReason':'Too dear'}", 1).expecting(200).json();
    assertThat(closed.get("lostReason").asString()).isEqualTo("Too dear");
  }

  @Test
  void changesLinesAndNumbersNewOnesAnew() {
    String number = open("C-1", "2020-01-01T08:00:00Z");
    JsonNode changed =
        core.send(
                "PUT",
                base + "/crm/opportunities/" + number,
                json(
                    "{'subject':'Less','owner':'admin','expectedCloseDate':'2099-02-01','lines':["
                        + "{'line':2,'item':'HELMET','quantity':3,'unitPrice':30},"
                        + "{'item':'BIKE','quantity':1,'unitPrice':399}]}"),
                Map.of("If-Match", "\"1\""))
            .expecting(200)
            .json();
    assertThat(changed.get("lines").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(changed.get("lines").get(1).get("line").asInt()).isEqualTo(3);
    assertThat(core.get(base + "/crm/opportunities/OP-000001").json().get("lines"))
        .isEqualTo(changed.get("lines"));
  }

  @Test
  void refusesAnOpportunityOfASupplierOrForUnknownItems() {
    String body =
        "{'customer':'%s','subject':'Bikes','expectedCloseDate':'2099-01-01','lines':["
            + "{'item':'%s','quantity':1,'unitPrice':1},{'item':'TENT','quantity':1,"
            + "'unitPrice':1}]}";
    core.post(base + "/crm/opportunities", json(body.formatted("S-1", "BIKE"))).expecting(422);
    assertThat(
            core.post(base + "/crm/opportunities", json(body.formatted("C-1", "LAMP")))
                .expecting(422)
                .json()
                .get("problems"))
        .hasSize(2);
  }

  @Test
  void runsACampaignAndRefusesWhatItsStateDoesNotAllow() {
    String campaign =
        "{'code':'SPRING','name':'Spring','startsOn':'2020-03-01','endsOn':'2020-03-31',"
            + "'items':['HELMET','BIKE'],'budget':500}";
    post("/crm/campaigns", campaign);
    core.post(base + "/crm/campaigns", json(campaign)).expecting(409);
    assertThat(step("resume", 1, "2020-03-02").expecting(409).body()).contains("it is planned");
    step("start", 1, "2020-03-02").expecting(200);
    step("hold", 2, "2020-03-03").expecting(200);
    step("resume", 3, "2020-03-05").expecting(200);
    JsonNode ended = step("end", 4, "2020-03-20").expecting(200).json();
    assertThat(ended.get("status").asString()).isEqualTo("ended");
    assertThat(ended.get("endsOn").asString()).isEqualTo("2020-03-20");
    step("hold", 5, "2020-03-21").expecting(409);
    assertThat(core.get(base + "/crm/campaigns?search=helmet").json().get("rows")).hasSize(1);
    assertThat(core.get(base + "/crm/campaigns?items=BIKE&code=SPRING").json().get("total").asInt())
        .isEqualTo(1);
    JsonNode history = core.get(base + "/crm/campaigns/SPRING/history").json();
    assertThat(history.findValuesAsString("event"))
        .startsWith("crm.campaign-ended")
        .endsWith("crm.campaign-planned");
    assertThat(history.get(0).get("changes").findValuesAsString("field"))
        .containsExactly("endsOn", "status");
  }

  @Test
  void letsSalesWorkOnThemAndNotPlanners() {
    String campaign =
        "{'code':'A','name':'A','startsOn':'2020-03-01','endsOn':'2020-03-31','items':['BIKE']}";
    core.as("planner").post(base + "/crm/campaigns", json(campaign)).expecting(403);
    core.as("sales").post(base + "/crm/campaigns", json(campaign)).expecting(201);
    core.as("viewer").get(base + "/crm/campaigns/A").expecting(200);
  }

  private String open(String customer, String moment) {
    return number(
        post(
            "/crm/opportunities",
            ("{'customer':'%s','subject':'City bikes','expectedCloseDate':'2099-01-31','lines':["
                    + "{'item':'BIKE','quantity':10,'unitPrice':400},"
                    + "{'item':'HELMET','quantity':10,'unitPrice':30}],'occurredAt':'%s'}")
                .formatted(customer, moment)));
  }

  private HttpAnswer move(String number, int version, String stage, String moment) {
    String body = "{'stage':'%s','occurredAt':'%s'}".formatted(stage, moment);
    return act(number, "stage", body, version);
  }

  private HttpAnswer act(String number, String act, String body, int version) {
    String path = base + "/crm/opportunities/" + number + "/" + act;
    return core.post(path, json(body), Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer step(String act, int version, String day) {
    return core.post(
        base + "/crm/campaigns/SPRING/" + act,
        json("{'occurredAt':'" + day + "T09:00:00Z'}"),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, json(body)).expecting(201);
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }

  private static String number(HttpAnswer answer) {
    return answer.json().get("number").asString();
  }
}
