package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

class PlanningApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void registerABicycle() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post("/parties", "{'code':'S-1','name':'Wheels','roles':['supplier'],'country':'Italy'}");
    post("/parties", "{'code':'C-1','name':'Shop','roles':['customer'],'country':'Italy'}");
    post("/items", "{'code':'WHEEL','name':'Wheel'}");
    post("/items", "{'code':'BIKE','name':'Bike','materials':[{'item':'WHEEL','quantity':2}]}");
  }

  @Test
  void keepsThePolicyOfAnItemAndSetsTheSameOnlyOnce() {
    String policy =
        "{'source':'buy','leadDays':10,'leadDeviationDays':2.50,'lotRule':'multiple',"
            + "'lotQuantity':50,'orderingCost':40,'holdingRate':0.20,'serviceLevel':0.950,"
            + "'supplier':'S-1','unitPrice':12.5}";
    put("/planning/item-policies/WHEEL", policy).expecting(200);
    HttpAnswer again = put("/planning/item-policies/WHEEL", policy).expecting(200);
    assertThat(again.response().headers().firstValue("ETag")).hasValue("\"1\"");
    assertThat(events("planning.item-policy-set")).isEqualTo(1);
    put("/planning/item-policies/WHEEL", "{'source':'buy'}").expecting(200);
    JsonNode now = core.get(base + "/planning/item-policies/WHEEL").expecting(200).json();
    assertThat(now.get("lotRule").asString()).isEqualTo("lot-for-lot");
    assertThat(now.has("lotQuantity")).isFalse();
    assertThat(events("planning.item-policy-set")).isEqualTo(2);
  }

  @Test
  void saysOfAnItemOnlyWhatWasSet() {
    String lots = "{'source':'buy','lotRule':'multiple','lotQuantity':50}";
    put("/planning/item-policies/WHEEL", lots).expecting(200);
    String least =
        json(
            "{'policy':{'item':'WHEEL','source':'buy','lotRule':'multiple','lotQuantity':50,"
                + "'currency':'EUR'}}");
    assertThat(latest("planning.item-policy-set"))
        .isEqualTo(org.millrace.json.Json.mapper().readTree(least));
    JsonNode stored = core.get(base + "/planning/item-policies/WHEEL").expecting(200).json();
    assertThat(stored.has("leadDays")).isFalse();
    assertThat(stored.has("leadDeviationDays")).isFalse();
  }

  @Test
  void takesAPolicyBackAsItIsAnsweredButNotOneDecidedOnAnotherVersion() {
    String path = base + "/planning/item-policies/WHEEL";
    String bought = "{'source':'buy','leadDays':'10','supplier':'S-1','unitPrice':'12.5'}";
    core.send("PUT", path, json(bought), Map.of("If-Match", "\"0\"")).expecting(200);
    String now = core.get(path).expecting(200).body();
    assertThat(now).contains("\"item\":\"WHEEL\"", "\"currency\":\"EUR\"");
    String later = now.replace("\"leadDays\":10", "\"leadDays\":12");
    core.send("PUT", path, later, Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(core.get(path).json().get("unitPrice").decimalValue()).isEqualByComparingTo("12.5");
    assertThat(core.send("PUT", path, now, Map.of("If-Match", "\"1\"")).expecting(412).body())
        .contains("The policy of item WHEEL has version 2", "decided on version 1");
    assertThat(put("/planning/item-policies/BIKE", now.replace('"', '\'')).expecting(422).body())
        .contains("WHEEL", "BIKE or none");
    assertThat(put("/planning/item-policies/WHEEL", "{'source':'buy','currency':'USD'}").body())
        .contains("USD", "EUR or none");
    assertThat(put("/planning/item-policies/WHEEL", "{'source':'buy','leadDays':'2.5'}").body())
        .contains("leadDays");
  }

  @Test
  void refusesAPolicyWithAllThatIsWrongInIt() {
    HttpAnswer refused =
        put(
                "/planning/item-policies/WHEEL",
                "{'source':'buy','leadDays':-1,'lotRule':'fixed','lotMultiple':3,"
                    + "'serviceLevel':95}")
            .expecting(422);
    assertThat(refused.body())
        .contains("leadDays", "0 to 730", "lotQuantity", "lot rule fixed")
        .contains("lotMultiple", "only with the lot rule minimum", "such as 0.95");
    assertThat(put("/planning/item-policies/BIKE", "{'source':'make','lotRule':'eoq'}").body())
        .contains("orderingCost", "holdingRate", "which this lot rule needs");
    assertThat(put("/planning/item-policies/WHEEL", "{'source':'make','supplier':'C-1'}").body())
        .contains("no bill of material", "a registered party with the role supplier");
    put("/planning/item-policies/NONE", "{'source':'buy'}").expecting(404);
    core.get(base + "/planning/item-policies/WHEEL").expecting(404);
  }

  @Test
  void keepsWorkCentresAndRoutingsAndSaysWhichOperationsWereDropped() {
    put("/planning/work-centres/LINE", "{'name':'Line','hoursPerDay':16.0,'daysPerWeek':5}")
        .expecting(200);
    put("/planning/work-centres/LINE", "{'name':'Line','hoursPerDay':16,'daysPerWeek':5}")
        .expecting(200);
    assertThat(events("planning.work-centre-set")).isEqualTo(1);
    String operation = "{'operation':%d,'workCentre':'%s','setupHours':0.50,'hoursPerUnit':0.75}";
    String two = operation.formatted(20, "LINE") + "," + operation.formatted(10, "LINE");
    put("/planning/routings/BIKE", "{'operations':[" + two + "]}").expecting(200);
    JsonNode now = core.get(base + "/planning/routings/BIKE").expecting(200).json();
    assertThat(now.get("operations").get(0).get("operation").asInt()).isEqualTo(10);
    put("/planning/routings/BIKE", "{'operations':[" + operation.formatted(10, "LINE") + "]}")
        .expecting(200);
    assertThat(latest("planning.routing-set").get("dropped").get(0).asInt()).isEqualTo(20);
    assertThat(
            put("/planning/routings/BIKE", "{'operations':[" + operation.formatted(10, "X") + "]}")
                .expecting(422)
                .body())
        .contains("operations.10.workCentre", "[LINE]");
    put("/planning/routings/WHEEL", "{'operations':[" + two + "]}").expecting(422);
  }

  @Test
  void keepsAnOverrideWithItsAuthorUntilItIsWithdrawn() {
    String week = "'item':'BIKE','period':'2099-03-02'";
    TestingCore planner = core.as("planner");
    planner
        .send(
            "PUT",
            base + "/planning/forecast-overrides",
            json("{" + week + ",'quantity':120,'note':'Easter'}"),
            Map.of())
        .expecting(200);
    JsonNode override = core.get(base + "/planning/forecast-overrides").json().get("rows").get(0);
    assertThat(override.get("quantity").decimalValue()).isEqualByComparingTo("120");
    assertThat(override.get("author").asString()).isEqualTo("planner");
    assertThat(override.get("note").asString()).isEqualTo("Easter");
    post("/planning/forecast-overrides/withdraw", "{" + week + "}");
    assertThat(core.get(base + "/planning/forecast-overrides").json().get("rows")).isEmpty();
    core.post(base + "/planning/forecast-overrides/withdraw", json("{" + week + "}"))
        .expecting(404);
    assertThat(latest("planning.forecast-override-withdrawn").get("withdrawnBy").asString())
        .isEqualTo("admin");
  }

  @Test
  void refusesAnOverrideThatNamesNoMondayOrNoReason() {
    HttpAnswer refused =
        put(
                "/planning/forecast-overrides",
                "{'item':'BIKE','period':'2099-03-04','quantity':-1,'note':' '}")
            .expecting(422);
    assertThat(refused.body()).contains("2099-03-02", "quantity", "note");
  }

  @Test
  void letsOnlyPlannersPlanAndEverybodyRead() {
    String override = "{'item':'BIKE','period':'2099-03-02','quantity':1,'note':'No'}";
    for (String role : new String[] {"viewer", "sales", "finance"}) {
      core.as(role)
          .send("PUT", base + "/planning/forecast-overrides", json(override), Map.of())
          .expecting(403);
      core.as(role).get(base + "/planning/proposals").expecting(200);
    }
  }

  private HttpAnswer post(String path, String body) {
    HttpAnswer answer = core.post(base + path, json(body));
    assertThat(answer.status()).as(answer.body()).isLessThan(300);
    return answer;
  }

  private HttpAnswer put(String path, String body) {
    return core.send("PUT", base + path, json(body), Map.of());
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }

  private int events(String type) {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ? and type = ?")
        .params(company, type)
        .query(Integer.class)
        .single();
  }

  private JsonNode latest(String type) {
    return org.millrace.json.Json.mapper()
        .readTree(
            core.jdbc()
                .sql(
                    """
                    select payload from outbox.event where company = ? and type = ?
                    order by position desc limit 1
                    """)
                .params(company, type)
                .query(String.class)
                .single());
  }
}
