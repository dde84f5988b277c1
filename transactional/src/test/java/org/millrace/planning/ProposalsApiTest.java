package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.planning.TestingPlans.buy;
import static org.millrace.planning.TestingPlans.make;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.planning.TestingPlans.Line;
import tools.jackson.databind.JsonNode;

class ProposalsApiTest {
  private static final Duration WELL_UNDER_A_MINUTE = Duration.ofSeconds(30);

  private final TestingCore core = TestingCore.running();
  private final TestingPlans plans = new TestingPlans(core);

  @Test
  void approvingWhatIsToBeBoughtPlacesThePurchaseOrder() {
    plans.plan("1", "2099-01-01", buy("P-1", 40)).expecting(200);
    HttpAnswer refused = plans.approve("P-1", "{}").expecting(422);
    assertThat(refused.body()).contains("supplier", "unitPrice", "never ordered");
    JsonNode approved =
        plans.approve("P-1", "{'supplier':'S-1','unitPrice':12.5}").expecting(201).json();
    JsonNode document = approved.get("decision").get("document");
    assertThat(document.get("type").asString()).isEqualTo("purchase-order");
    JsonNode order =
        plans.get("/purchasing/orders/" + document.get("number").asString()).expecting(200).json();
    assertThat(order.get("demand").get("number").asString()).isEqualTo("P-1");
    assertThat(order.get("promisedDate").asString()).isEqualTo("2099-02-02");
    assertThat(order.get("lines").get(0).get("quantity").decimalValue()).isEqualByComparingTo("40");
    assertThat(plans.approve("P-1", "{}").expecting(409).body())
        .contains(document.get("number").asString(), "approved by admin");
    assertThat(plans.documentsFor("P-1")).isEqualTo(1);
  }

  @Test
  void takesSupplierAndPriceFromThePolicyElseFromTheLatestOrder() {
    plans.plan("1", "2099-01-01", buy("P-1", 4), buy("P-2", 4)).expecting(200);
    core.send(
            "PUT",
            "/api/companies/" + plans.company() + "/planning/item-policies/WHEEL",
            "{\"source\":\"buy\",\"supplier\":\"S-1\",\"unitPrice\":11}",
            java.util.Map.of())
        .expecting(200);
    plans.approve("P-1", "{'unitPrice':9}").expecting(201);
    String second = plans.approve("P-2", "{}").expecting(201).body();
    assertThat(second).contains("purchase-order");
    List<String> prices =
        core.jdbc()
            .sql(
                """
                select unit_price::text from purchasing.order_line
                where company = ? order by order_number
                """)
            .params(plans.company())
            .query(String.class)
            .list();
    assertThat(prices).hasSize(2);
    assertThat(prices.get(0)).startsWith("9");
    assertThat(prices.get(1)).startsWith("11");
  }

  @Test
  void approvingWhatIsToBeMadeReleasesTheWorkOrder() {
    plans.plan("1", "2099-01-01", make("P-1", 7)).expecting(200);
    assertThat(plans.approve("P-1", "{'supplier':'S-1'}").expecting(422).body())
        .contains("neither supplier nor price");
    JsonNode approved = plans.approve("P-1", "{'quantity':5,'note':'Less'}").expecting(201).json();
    JsonNode decision = approved.get("decision");
    assertThat(decision.get("quantity").decimalValue()).isEqualByComparingTo("5");
    assertThat(decision.get("note").asString()).isEqualTo("Less");
    JsonNode work =
        plans
            .get("/production/work-orders/" + decision.get("document").get("number").asString())
            .expecting(200)
            .json();
    assertThat(work.get("quantity").decimalValue()).isEqualByComparingTo("5");
    assertThat(work.get("dueDate").asString()).isEqualTo("2099-02-02");
    assertThat(work.get("plannedStart").asString()).isEqualTo("2099-01-01");
  }

  @Test
  void asksOnceMoreWhereTenTimesAsMuchIsApproved() {
    plans.plan("1", "2099-01-01", make("P-1", 7), make("P-2", 7)).expecting(200);
    HttpAnswer asked = plans.approve("P-1", "{'quantity':71}").expecting(409);
    assertThat(asked.json().get("type").asString()).isEqualTo("/problems/confirmation-needed");
    assertThat(asked.json().get("detail").asString())
        .isEqualTo("Is a quantity of 71 meant? Proposal P-1 proposes 7 of BIKE.");
    assertThat(asked.json().at("/problems/0/expected").asString())
        .isEqualTo("at most 10 times the 7 proposed, or confirmed: true");
    plans.approve("P-1", "{'quantity':71,'confirmed':false}").expecting(409);
    assertThat(plans.documentsFor("P-1")).isZero();
    plans.approve("P-1", "{'quantity':71,'confirmed':true}").expecting(201);
    plans.approve("P-2", "{'quantity':70}").expecting(201);
  }

  @Test
  void anApprovalCanBeTakenBackWhileItsDocumentCanBeCancelled() {
    plans.plan("1", "2099-01-01", buy("A", 4), make("B", 5), make("C", 1)).expecting(200);
    String order = document(plans.approve("A", "{'supplier':'S-1','unitPrice':1}"));
    String work = document(plans.approve("B", "{}"));
    JsonNode reopened = plans.reopen("A").expecting(200).json();
    assertThat(reopened.get("state").asString()).isEqualTo("open");
    assertThat(reopened.get("decision")).isNull();
    assertThat(plans.get("/purchasing/orders/" + order).json().get("status").asString())
        .isEqualTo("cancelled");
    plans.reopen("B").expecting(200);
    assertThat(plans.get("/production/work-orders/" + work).json().get("status").asString())
        .isEqualTo("cancelled");
    assertThat(plans.events("production.work-order-cancelled")).isEqualTo(1);
    assertThat(plans.events("planning.proposal-reopened")).isEqualTo(2);
    assertThat(document(plans.approve("B", "{}"))).isNotEqualTo(work);

    String arrived = document(plans.approve("A", "{'supplier':'S-1','unitPrice':1}"));
    act("/purchasing/orders/" + arrived + "/receipts", "{'lines':[{'line':1,'quantity':2}]}", 1)
        .expecting(201);
    assertThat(plans.reopen("A").expecting(409).body()).contains("goods of it have arrived");
    assertThat(plans.get("/purchasing/orders/" + arrived).json().get("status").asString())
        .as("nothing of the cancellation stays")
        .isEqualTo("open");
    assertThat(plans.get("/planning/proposals/A").json().get("state").asString())
        .isEqualTo("approved");

    plans.reopen("B").expecting(200); // or its work order stored the wheels
    String begun = document(plans.approve("C", "{}"));
    act("/production/work-orders/" + begun + "/consumptions", "{}", 1).expecting(201);
    assertThat(plans.reopen("C").expecting(409).body()).contains("it took materials");
  }

  @Test
  void anApprovalWhoseDocumentWasCancelledByHandCanBeTakenBack() {
    plans.plan("1", "2099-01-01", make("B", 5)).expecting(200);
    String work = document(plans.approve("B", "{}"));
    act("/production/work-orders/" + work + "/cancel", "{'reason':'Not now'}", 1).expecting(200);
    plans.reopen("B").expecting(200);
  }

  private static String document(HttpAnswer approved) {
    return approved.expecting(201).json().at("/decision/document/number").asString();
  }

  private HttpAnswer act(String path, String body, int version) {
    return core.post(
        "/api/companies/" + plans.company() + path,
        body.replace('\'', '"'),
        java.util.Map.of("If-Match", "\"" + version + "\""));
  }

  @Test
  void aRefusalInTheMiddleUndoesNothingAndWhatIsSentAgainMakesNothingTwice() {
    plans.plan("1", "2099-01-01", make("P-1", 7), buy("P-2", 4), make("P-3", 5)).expecting(200);
    String first = approvedUnderKey("P-1", "one").expecting(201).body();
    assertThat(approvedUnderKey("P-2", "two").expecting(422).body()).contains("never ordered");
    approvedUnderKey("P-3", "three").expecting(201);
    assertThat(plans.get("/planning/proposals/P-2").json().get("state").asString())
        .isEqualTo("open");
    assertThat(approvedUnderKey("P-1", "one").expecting(201).body()).isEqualTo(first);
    assertThat(approvedUnderKey("P-1", "other").expecting(409).body())
        .contains("became work order WO-", "Nothing was made again");
    assertThat(List.of("P-1", "P-2", "P-3"))
        .extracting(plans::documentsFor)
        .containsExactly(1, 0, 1);
    core.send(
            "PUT",
            "/api/companies/" + plans.company() + "/planning/item-policies/WHEEL",
            "{\"source\":\"buy\",\"supplier\":\"S-1\",\"unitPrice\":11}",
            java.util.Map.of())
        .expecting(200);
    approvedUnderKey("P-2", "two").expecting(201);
    assertThat(plans.documentsFor("P-2")).isEqualTo(1);
  }

  private HttpAnswer approvedUnderKey(String proposal, String key) {
    return core.post(
        "/api/companies/" + plans.company() + "/planning/proposals/" + proposal + "/approve",
        "{}",
        java.util.Map.of("Idempotency-Key", plans.company() + key));
  }

  @Test
  void aNewPlanChangesAndWithdrawsWhatIsOpenAndLeavesDecisionsAlone() {
    plans
        .plan("1", "2099-01-01", buy("A", 1), buy("B", 2), buy("C", 3), make("D", 4))
        .expecting(200);
    plans.reject("D", "Too early").expecting(200);
    JsonNode taken =
        plans
            .plan("2", "2099-01-02", buy("A", 1), buy("B", 20), make("D", 40), buy("E", 5))
            .expecting(200)
            .json();
    assertThat(taken.toString())
        .contains("\"made\":1", "\"changed\":1", "\"withdrawn\":1", "\"unchanged\":1")
        .contains("\"decided\":1");
    assertThat(plans.get("/planning/proposals/A").json().get("planVersion").asString())
        .isEqualTo("1");
    assertThat(plans.get("/planning/proposals/C").json().get("state").asString())
        .isEqualTo("withdrawn");
    assertThat(plans.approve("C", "{}").expecting(409).body()).contains("withdrawn");
    assertThat(plans.approve("D", "{}").expecting(409).body()).contains("Too early");
    JsonNode open = plans.get("/planning/proposals?state=open&source=buy").json().get("rows");
    assertThat(open).hasSize(3);
    assertThat(plans.get("/planning/proposals?state=lost").expecting(422).body())
        .contains("open, approved, rejected, withdrawn");
    plans.plan("3", "2099-01-03", buy("C", 3)).expecting(200);
    assertThat(plans.get("/planning/proposals/C").json().get("state").asString()).isEqualTo("open");
  }

  @Test
  void aRejectionCanBeTakenBackAndThePlansAfterItHaveTheirSayAgain() {
    plans.plan("1", "2099-01-01", buy("A", 4), make("B", 5)).expecting(200);
    assertThat(plans.reopen("A").expecting(409).body())
        .contains("Proposal A is open. Only one that was approved or rejected can be reopened.");
    plans.reject("A", "Too early").expecting(200);
    plans.reject("B", "Too early").expecting(200);
    assertThat(plans.approve("A", "{'supplier':'S-1','unitPrice':1}").expecting(409).body())
        .contains("Reopen it to decide again");

    JsonNode reopened = plans.reopen("A").expecting(200).json();
    assertThat(reopened.get("state").asString()).isEqualTo("open");
    assertThat(reopened.get("decision")).isNull();
    assertThat(plans.events("planning.proposal-reopened")).isEqualTo(1);
    plans.reopen("B").expecting(200);
    plans.plan("2", "2099-01-02", buy("A", 7)).expecting(200);
    assertThat(plans.get("/planning/proposals/B").json().get("state").asString())
        .isEqualTo("withdrawn");
    assertThat(plans.reopen("B").expecting(409).body()).contains("Proposal B is withdrawn");
    plans.reopen("NONE").expecting(404);
  }

  @Test
  void refusesAPlanThatIsOlderOrNamesWhatIsNotThere() {
    plans.plan("2", "2099-01-02", buy("A", 1)).expecting(200);
    assertThat(plans.plan("1", "2099-01-01").expecting(409).body())
        .contains("Plan 1 is of 2099-01-01", "plan 2 of 2099-01-02");
    HttpAnswer refused =
        plans
            .plan(
                "3",
                "2099-01-03",
                new Line("B", "NONE", "buy", 1, "2099-02-02"),
                new Line("C", "WHEEL", "make", 1, "2099-02-02"))
            .expecting(422);
    assertThat(refused.json().get("problems")).hasSize(2);
    assertThat(plans.plan("3", "2099-01-03", buy("A", 1), buy("A", 2)).expecting(422).body())
        .contains("each proposal once");
    assertThat(plans.get("/planning/proposals?state=open").json().get("rows")).hasSize(1);
  }

  @Test
  void findsTheProposalsThatADocumentStandsBehind() {
    String line =
        "{'proposal':'%s','item':'WHEEL','source':'buy','quantity':5,'startDate':'2099-01-01',"
            + "'dueDate':'2099-02-02','neededDate':'2099-02-02','pegs':[{'reason':'lot-size',"
            + "'document':'WHEEL','quantity':1},{'reason':'sales-order','document':'%s',"
            + "'quantity':4}]}";
    plans
        .post(
            "/planning/plans",
            "{'planVersion':'1','asOf':'2099-01-01','proposals':[%s,%s]}"
                .formatted(line.formatted("A", "SO-000001"), line.formatted("B", "SO-000011")))
        .expecting(200);
    plans.reject("A", "Too early").expecting(200);
    JsonNode found = plans.get("/planning/proposals?document=SO-000001").json().get("rows");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("id").asString()).isEqualTo("A");
    assertThat(plans.get("/planning/proposals?document=SO-00000").json().get("rows")).isEmpty();
    assertThat(plans.get("/planning/proposals?document=WHEEL&state=open").json().get("rows"))
        .hasSize(1);
  }

  @Test
  void twoPlannersWhoApproveAtOnceMakeOneDocument() {
    plans.plan("1", "2099-01-01", make("P-1", 7)).expecting(200);
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, 6)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> plans.approve("P-1", "{}").status()))
            .toList();
    List<Integer> statuses = answers.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    assertThat(plans.documentsFor("P-1")).isEqualTo(1);
  }

  @Test
  void takesTenThousandProposalsWellUnderAMinuteAndAgainWithoutAChange() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      lines.add(i % 2 == 0 ? buy("P-" + i, 1 + i % 90) : make("P-" + i, 1 + i % 90));
    }
    Instant start = Instant.now();
    assertThat(plans.plan("1", "2099-01-01", lines).expecting(200).json().get("made").asInt())
        .isEqualTo(10_000);
    assertThat(Duration.between(start, Instant.now())).isLessThan(WELL_UNDER_A_MINUTE);
    int before = plans.events("planning.proposal-made");
    JsonNode again = plans.plan("1", "2099-01-01", lines).expecting(200).json();
    assertThat(again.get("unchanged").asInt()).isEqualTo(10_000);
    assertThat(plans.events("planning.proposal-made")).isEqualTo(before).isEqualTo(10_000);
    assertThat(plans.plan("2", "2099-01-02").expecting(200).json().get("withdrawn").asInt())
        .isEqualTo(10_000);
    assertThat(Duration.between(start, Instant.now())).isLessThan(WELL_UNDER_A_MINUTE);
  }
}
