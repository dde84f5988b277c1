package org.millrace.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Budgets, what is spent and committed of them, and orders and bills that go beyond. */
class BudgetsApiTest {
  private static final String ORDER =
      "{'supplier':'S','lines':[{'item':'BELL','quantity':%s,'unitPrice':5,"
          + "'dimensions':'COST-CENTRE=1'}]%s}";

  private final TestingCore core = TestingCore.running();
  private final LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);
  private String base;

  @BeforeEach
  void plan() {
    base = "/api/companies/" + core.newCompany();
    post("/items", "{'code':'BELL','name':'Bell'}").expecting(201);
    post("/parties", "{'code':'S','name':'S','roles':['supplier'],'country':'IT'}").expecting(201);
    post("/dimensions", "{'code':'COST-CENTRE','name':'C','values':[{'value':'1','label':'One'}]}")
        .expecting(201);
  }

  @Test
  void anOrderBeyondTheBudgetIsConfirmed() {
    budget("warn");
    String first = placed(ORDER.formatted(10, ""));
    JsonNode problem = post("/purchasing/orders", ORDER.formatted(11, "")).expecting(409).json();
    assertThat(problem.get("type").asString()).contains("confirmation-needed");
    assertThat(problem.get("detail").asString()).contains("exceeded by GBP 5.00", "cost centre 1");
    placed(ORDER.formatted(11, ",'confirmed':true"));
    JsonNode use = core.get(base + "/budget/uses?budget=B").expecting(200).json().at("/rows/0");
    assertThat(use.get("budgeted").asString()).isEqualTo("100.00");
    assertThat(use.get("committed").asString()).isEqualTo("105.00");
    assertThat(use.get("left").asString()).isEqualTo("-5.00");
    post("/purchasing/orders/" + first + "/receipts", "{}", 1).expecting(201);
    post(
            "/purchasing/orders/" + first + "/invoices",
            "{'lines':[{'line':1,'quantity':10,'unitPrice':5}]}",
            2)
        .expecting(409);
    post(
            "/purchasing/orders/" + first + "/invoices",
            "{'lines':[{'line':1,'quantity':10,'unitPrice':5}],'confirmed':true}",
            2)
        .expecting(201);
    use = core.get(base + "/budget/uses?budget=B").expecting(200).json().at("/rows/0");
    assertThat(use.get("actual").asString()).isEqualTo("50.00");
    assertThat(use.get("committed").asString()).isEqualTo("55.00");
    core.get(base + "/budget/uses/" + use.get("id").asString()).expecting(200);
  }

  @Test
  void anOrderBeyondTheBudgetWaitsForItsApproval() {
    budget("hold");
    String large = ORDER.formatted(21, "");
    assertThat(post("/purchasing/orders", large).expecting(409).body())
        .contains("No approval policy");
    post(
            "/approval/policies",
            "{'code':'BUDGET','name':'Over budget','documentType':'purchase-order',"
                + "'overBudget':true,'levels':[{'role':'controller'}]}")
        .expecting(201);
    JsonNode request = post("/purchasing/orders", large).expecting(202).json();
    assertThat(request.toString()).contains("BUDGET");
    placed(ORDER.formatted(20, ""));
    post(
            "/approval/policies",
            "{'code':'WRONG','name':'W','documentType':'sales-order','overBudget':true,"
                + "'levels':[{'role':'controller'}]}")
        .expecting(422);
  }

  @Test
  void whatNoChartOrDimensionHasIsRefused() {
    String line =
        "{'code':'W','name':'W','lines':[{'account':'%s','costCentre':'%s','month':'%s',"
            + "'amount':1}]}";
    post("/budget/budgets", line.formatted("6666", "1", month)).expecting(422);
    post("/budget/budgets", line.formatted("6000", "9", month)).expecting(422);
    post("/budget/budgets", line.formatted("6000", "1", month.plusDays(1))).expecting(422);
    post("/budget/budgets", line.formatted("6000", "1", month)).expecting(201);
  }

  private void budget(String control) {
    post(
            "/budget/budgets",
            "{'code':'B','name':'B','control':'%s','lines':[{'account':'1200','costCentre':'1',"
                    .formatted(control)
                + "'month':'%s','amount':100}]}".formatted(month))
        .expecting(201);
  }

  private String placed(String order) {
    return post("/purchasing/orders", order).expecting(201).json().get("number").asString();
  }

  private HttpAnswer post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer post(String path, String body, int version) {
    return core.send(
        "POST", base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
