package org.millrace.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Commands that are held, decided and carried out, through the API of the running core. */
class ApprovalApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    post(core, "/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Italy'}");
    post(core, "/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Italy'}");
    post(core, "/items", "{'code':'WHEEL','name':'Wheel'}");
  }

  @Test
  void holdsAnOrderOverTheLimitAndPlacesItInTheNameOfWhoAsked() {
    policy("purchase-order", "'fromAmount':1000", "accountant", "controller");
    long events = events();
    HttpAnswer held = order(core.as("buyer"), 10, 100).expecting(202);
    String request = held.json().get("number").asString();
    assertThat(request).isEqualTo("AP-000001");
    assertThat(held.header("ETag")).contains("\"1\"");
    assertThat(held.json().get("status").asString()).isEqualTo("waiting");
    assertThat(held.json().get("waitingFor").asString()).isEqualTo("accountant");
    assertThat(held.json().get("amount").decimalValue()).isEqualByComparingTo("1000");
    assertThat(rows("/purchasing/orders")).isEmpty();
    assertThat(rows("/ledger/entries")).isEmpty();
    assertThat(events() - events).isEqualTo(1);
    approve(core.as("accountant"), request, 1).expecting(200);
    HttpAnswer done = approve(core.as("controller"), request, 2).expecting(200);
    assertThat(done.json().get("status").asString()).isEqualTo("approved");
    assertThat(done.json().at("/result/document").asString()).isEqualTo("PO-000001");
    JsonNode history = core.get(base + "/purchasing/orders/PO-000001/history").json();
    assertThat(history.at("/0/actor").asString()).isEqualTo("buyer");
    assertThat(core.get(base + "/approval/requests/" + request + "/history").json()).hasSize(3);
  }

  @Test
  void letsWhatTheBankPaidAlreadyPass() {
    policy("supplier-payment", "'fromAmount':1", "controller");
    post(core, "/bank/accounts", "{'code':'MAIN','name':'Main','accountNumber':'117 33'}")
        .expecting(201);
    post(
            core,
            "/bank/statements",
            "{'statementId':'1','lines':[{'date':'2026-06-02','amount':-50,'text':'Tubes'}]}")
        .expecting(201);
    String correction = "{'lines':[1],'party':'S'}".replace('\'', '"');
    String path = base + "/bank/statements/BS-000001/correct";
    core.post(path, correction, Map.of("If-Match", "\"1\"")).expecting(200);
    assertThat(rows("/settlement/payments")).hasSize(1);
    String payment = "{'direction':'out','party':'S','amount':50,'items':[]}";
    post(core, "/settlement/payments", payment).expecting(202);
  }

  @Test
  void letsSmallerDocumentsAndThoseWithoutAPolicyPass() {
    order(core.as("buyer"), 10, 100).expecting(201);
    policy("purchase-order", "'fromAmount':1000", "controller");
    order(core.as("buyer"), 9, 100).expecting(201);
    String big = order(core.as("buyer"), 10, 100).expecting(202).json().toString();
    assertThat(big).contains("PO-000003");
    order(core.as("buyer"), 9, 100).expecting(201);
  }

  @Test
  void keepsOneRequestForACommandSentTwice() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    Map<String, String> key = Map.of("Idempotency-Key", "held-of-" + company);
    String body = orderOf(10, 100);
    String first =
        core.as("buyer").post(base + "/purchasing/orders", body, key).expecting(202).body();
    HttpAnswer again = core.as("buyer").post(base + "/purchasing/orders", body, key).expecting(202);
    assertThat(again.body()).isEqualTo(first);
    assertThat(again.header("Idempotency-Replayed")).contains("true");
    assertThat(rows("/approval/requests")).hasSize(1);
  }

  @Test
  void isDecidedByNobodyWhoAskedNorLacksTheRole() {
    policy("purchase-order", "'fromAmount':1000", "finance");
    TestingCore both =
        core.as(
            "both-" + company.toLowerCase(Locale.ROOT),
            Map.of("finance", List.of(), "buyer", List.of()));
    String request = held(both, 10);
    assertThat(approve(both, request, 1).expecting(403).body())
        .contains("somebody else decides it");
    HttpAnswer other = approve(core.as("controller"), request, 1).expecting(403);
    assertThat(other.body()).contains("waits for the role finance", "finance");
    approve(core.as("buyer"), request, 1).expecting(403);
    approve(core.as("finance"), request, 1).expecting(200);
    assertThat(rows("/purchasing/orders")).hasSize(1);
  }

  @Test
  void isDecidedInThePlaceOfAnotherOnTheDaysOfADelegation() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    String request = held(core.as("buyer"), 10);
    approve(core.as("finance"), request, 1).expecting(403);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String days = "'firstDay':'%s','lastDay':'%s'}";
    String to = "{'toUser':'finance'," + days;
    post(
        core.as("controller"),
        "/approval/delegations",
        to.formatted(today.plusDays(5), today.plusDays(9)));
    approve(core.as("finance"), request, 1).expecting(403);
    post(
        core.as("controller"),
        "/approval/delegations",
        to.formatted(today.minusDays(2), today.plusDays(2)));
    assertThat(waiting("finance")).contains(request);
    HttpAnswer done = approve(core.as("finance"), request, 1).expecting(200);
    assertThat(done.json().at("/decisions/0/decidedBy").asString()).isEqualTo("finance");
    assertThat(done.json().at("/decisions/0/onBehalfOf").asString()).isEqualTo("controller");
  }

  @Test
  void fallsBackToTheFirstStepWhenItsContentChanges() {
    policy("purchase-order", "'fromAmount':1000", "accountant", "controller");
    String request = held(core.as("buyer"), 10);
    String seal = request(request).get("seal").asString();
    approve(core.as("accountant"), request, 1).expecting(200);
    String body = "{\"body\": %s}".formatted(quoted(orderOf(20, 100)));
    change(core.as("accountant"), request, 2, body).expecting(403);
    HttpAnswer changed = change(core.as("buyer"), request, 2, body).expecting(200);
    assertThat(changed.json().at("/decisions/0/decision").asString()).isEqualTo("waiting");
    assertThat(changed.json().get("amount").decimalValue()).isEqualByComparingTo("2000");
    assertThat(changed.json().get("seal").asString()).isNotEqualTo(seal);
    approve(core.as("accountant"), request, 2).expecting(412);
    approve(core.as("accountant"), request, 3).expecting(200);
    approve(core.as("controller"), request, 4).expecting(200);
    assertThat(rows("/purchasing/orders").get(0).get("netAmount").decimalValue())
        .isEqualByComparingTo("2000");
  }

  @Test
  void changesAnOrderThatWasPlacedOnlyWithApproval() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    order(core.as("buyer"), 1, 100).expecting(201);
    String path = base + "/purchasing/orders/PO-000001";
    HttpAnswer held =
        core.as("buyer")
            .send("PUT", path, orderOf(10, 100), Map.of("If-Match", "\"1\""))
            .expecting(202);
    assertThat(core.get(path).json().get("netAmount").decimalValue()).isEqualByComparingTo("100");
    assertThat(approve(core.as("controller"), held.json().get("number").asString(), 1).body())
        .contains("\"status\":\"approved\"");
    assertThat(core.get(path).json().get("netAmount").decimalValue()).isEqualByComparingTo("1000");
  }

  @Test
  void failsVisiblyWhenTheCommandIsRefusedAtLast() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    order(core.as("buyer"), 1, 100).expecting(201);
    String path = base + "/purchasing/orders/PO-000001";
    TestingCore buyer = core.as("buyer");
    String request =
        buyer
            .send("PUT", path, orderOf(10, 100), Map.of("If-Match", "\"1\""))
            .expecting(202)
            .json()
            .get("number")
            .asString();
    act(buyer, "/purchasing/orders/PO-000001/cancel", 1, "{'reason':'Not needed'}").expecting(200);
    HttpAnswer done = approve(core.as("controller"), request, 1).expecting(200);
    assertThat(done.json().get("status").asString()).isEqualTo("failed");
    assertThat(done.json().at("/result/problem").asString()).contains("PO-000001");
    act(buyer, "/approval/requests/" + request + "/withdraw", 2, "{}").expecting(200);
  }

  @Test
  void isNotCarriedOutForWhoLostTheRight() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    String name = "leaver-" + company.toLowerCase(Locale.ROOT);
    TestingCore leaver = core.as(name, Map.of("buyer", List.of()));
    String request = held(leaver, 10);
    HttpAnswer user = core.get("/api/users/" + name);
    core.send(
            "PUT",
            "/api/users/" + name,
            "{\"roles\": [\"viewer\"], \"active\": true}",
            Map.of("If-Match", user.header("ETag").orElseThrow()))
        .expecting(200);
    HttpAnswer done = approve(core.as("controller"), request, 1).expecting(200);
    assertThat(done.json().get("status").asString()).isEqualTo("failed");
    assertThat(done.json().at("/result/problem").asString()).contains("purchasing.order");
    assertThat(rows("/purchasing/orders")).isEmpty();
  }

  @Test
  void isRejectedWithAReasonAndStaysSo() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    String request = held(core.as("buyer"), 10);
    String path = "/approval/requests/" + request;
    act(core.as("controller"), path + "/reject", 1, "{'note':' '}").expecting(422);
    HttpAnswer rejected =
        act(core.as("controller"), path + "/reject", 1, "{'note':'Too dear'}").expecting(200);
    assertThat(rejected.json().get("status").asString()).isEqualTo("rejected");
    approve(core.as("controller"), request, 2).expecting(409);
    assertThat(rows("/purchasing/orders")).isEmpty();
  }

  @Test
  void tellsWhoWaitsForWhom() {
    policy("purchase-order", "'fromAmount':1000,'deadlineDays':0", "controller");
    String request = held(core.as("buyer"), 10);
    assertThat(waiting("controller")).containsExactly(request);
    assertThat(waiting("finance")).isEmpty();
    String mine = "/api/approval/waiting?company=" + company;
    assertThat(core.as("controller").get(mine).json().get("rows")).hasSize(1);
    assertThat(core.as("finance").get(mine).json().get("rows")).isEmpty();
    assertThat(rows("/approval/waiting?decider=controller&overdue=true")).isEmpty();
    core.jdbc()
        .sql("update approval.request set due_date = due_date - 1 where company = ?")
        .param(company)
        .update();
    assertThat(rows("/approval/waiting?decider=controller&overdue=true")).hasSize(1);
    assertThat(inbox("controller")).contains("approval.request-made");
    assertThat(approve(core.as("controller"), request, 1).body())
        .contains("\"status\":\"approved\"");
    assertThat(inbox("buyer")).contains("approval.request-decided");
    assertThat(waiting("controller")).isEmpty();
    assertThat(rows("/approval/requests?waitingFor=controller")).isEmpty();
    assertThat(rows("/approval/requests?status=approved&requestedBy=buyer")).hasSize(1);
  }

  @Test
  void showsOnlyOwnRequestsToWhoDoesNotDecide() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    String request = held(core.as("buyer"), 10);
    core.as("buyer").get(base + "/approval/requests/" + request).expecting(200);
    core.as("planner").get(base + "/approval/requests/" + request).expecting(404);
    core.as("viewer").get(base + "/approval/requests").expecting(403);
  }

  @Test
  void previewsWhatWillNeedApproval() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    HttpAnswer preview =
        core.as("buyer")
            .post(base + "/purchasing/orders", orderOf(10, 100), Map.of("Preview", "true"))
            .expecting(200);
    assertThat(preview.json().get("status").asInt()).isEqualTo(201);
    assertThat(preview.json().at("/approvals/0/policy").asString()).isEqualTo("P");
    assertThat(rows("/approval/requests")).isEmpty();
  }

  @Test
  void refusesAnyOtherDoorNamingThePolicy() {
    policy("purchase-order", "'fromAmount':1000", "controller");
    order(core.as("buyer"), 1, 100).expecting(201);
    HttpAnswer bad = order(core.as("buyer"), -1, 100);
    assertThat(bad.status()).isEqualTo(422);
    policy("supplier-payment", "'fromAmount':0", "controller");
    act(core, "/purchasing/orders/PO-000001/receipts", 1, "{}").expecting(201);
    act(
            core,
            "/purchasing/orders/PO-000001/invoices",
            2,
            "{'lines':[{'line':1,'quantity':1,'unitPrice':100}]}")
        .expecting(201);
    HttpAnswer many =
        post(
            core.as("finance"),
            "/purchasing/invoices/bulk/payments",
            "{'amount':100,'documents':[{'number':'SI-000001','version':1}]}");
    assertThat(many.body()).contains("needs approval by policy P-supplier-payment");
    assertThat(rows("/purchasing/payments")).isEmpty();
    assertThat(rows("/approval/requests")).isEmpty();
  }

  @Test
  void holdsMoneyToAPartyByItsWholeAmount() {
    policy("supplier-payment", "'fromAmount':50", "controller");
    String paying = "{'direction':'%s','party':'%s','amount':%s}";
    post(core, "/settlement/payments", paying.formatted("in", "C", 90)).expecting(201);
    post(core, "/settlement/payments", paying.formatted("out", "S", 49)).expecting(201);
    HttpAnswer held = post(core, "/settlement/payments", paying.formatted("out", "S", 50));
    assertThat(rows("/settlement/payments")).hasSize(2);
    assertThat(passed(held)).isEqualTo("supplier-payment");
    assertThat(rows("/settlement/payments")).hasSize(3);
  }

  @Test
  void holdsEveryKindOfDocument() {
    for (String type :
        List.of(
            "purchase-order",
            "supplier-invoice",
            "supplier-payment",
            "journal-entry",
            "credit-note")) {
      policy(type, "'fromAmount':50", "controller");
    }
    policy("sales-order", "'fromDiscountPercent':10", "controller");
    List<String> made = new ArrayList<>();
    made.add(passed(order(core, 10, 10)));
    act(core, "/purchasing/orders/PO-000001/receipts", 1, "{}").expecting(201);
    String bill = "{'lines':[{'line':1,'quantity':10,'unitPrice':10}]}";
    made.add(passed(act(core, "/purchasing/orders/PO-000001/invoices", 2, bill)));
    made.add(passed(act(core, "/purchasing/invoices/SI-000001/payments", 1, "{'amount':100}")));
    String entry =
        "{'text':'Wages','lines':[{'account':'6100','debit':%s},{'account':'1000','credit':%1$s}]}";
    post(core, "/ledger/entries", entry.formatted("49.99")).expecting(201);
    made.add(passed(post(core, "/ledger/entries", entry.formatted("50"))));
    String sale =
        "{'customer':'C','lines':[{'item':'WHEEL','quantity':1,'unitPrice':100,"
            + "'discountPercent':%s}]}";
    post(core, "/sales/orders", sale.formatted("9.9")).expecting(201);
    post(core, "/sales/orders", sale.formatted("10")).expecting(202);
    String whole = sale.replace("'customer'", "'documentDiscountPercent':5,'customer'");
    post(core, "/sales/orders", whole.formatted("5.2")).expecting(201);
    made.add(passed(post(core, "/sales/orders", whole.formatted("5.3"))));
    act(core, "/sales/orders/SO-000001/deliveries", 1, "{'lines':[]}").expecting(201);
    act(core, "/sales/orders/SO-000001/invoices", 2, "{}").expecting(201);
    made.add(
        passed(
            act(
                core,
                "/sales/invoices/IN-000001/credit-notes",
                1,
                "{'lines':[{'line':1,'quantity':1}]}")));
    assertThat(made)
        .containsExactly(
            "purchase-order",
            "supplier-invoice",
            "supplier-payment",
            "journal-entry",
            "sales-order",
            "credit-note");
    assertThat(rows("/approval/requests?status=approved")).hasSize(6);
  }

  /** Held, approved and carried out: the kind of its document. */
  private String passed(HttpAnswer held) {
    JsonNode request = held.expecting(202).json();
    HttpAnswer done = approve(core.as("controller"), request.get("number").asString(), 1);
    assertThat(done.json().at("/status").asString()).as(done.body()).isEqualTo("approved");
    return request.get("documentType").asString();
  }

  private void policy(String type, String from, String... roles) {
    List<String> steps = new ArrayList<>();
    for (String role : roles) {
      steps.add("{'role':'" + role + "'}");
    }
    String code = type.equals("purchase-order") ? "P" : "P-" + type;
    post(
            core,
            "/approval/policies",
            "{'code':'%s','name':'Large','documentType':'%s',%s,'levels':[%s]}"
                .formatted(code, type, from, String.join(",", steps)))
        .expecting(201);
  }

  private String held(TestingCore as, int quantity) {
    return order(as, quantity, 100).expecting(202).json().get("number").asString();
  }

  private HttpAnswer order(TestingCore as, int quantity, int price) {
    return as.post(base + "/purchasing/orders", orderOf(quantity, price));
  }

  private static String orderOf(int quantity, int price) {
    return "{'supplier':'S','lines':[{'item':'WHEEL','quantity':%d,'unitPrice':%d}]}"
        .formatted(quantity, price)
        .replace('\'', '"');
  }

  private static String quoted(String json) {
    return '"' + json.replace("\"", "\\\"") + '"';
  }

  private HttpAnswer approve(TestingCore as, String request, int version) {
    return act(as, "/approval/requests/" + request + "/approve", version, "{}");
  }

  private HttpAnswer change(TestingCore as, String request, int version, String body) {
    String path = base + "/approval/requests/" + request;
    return as.send("PUT", path, body, Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer act(TestingCore as, String path, int version, String body) {
    Map<String, String> expected = Map.of("If-Match", "\"" + version + "\"");
    return as.post(base + path, body.replace('\'', '"'), expected);
  }

  private HttpAnswer post(TestingCore as, String path, String body) {
    return as.post(base + path, body.replace('\'', '"'));
  }

  private JsonNode request(String number) {
    return core.get(base + "/approval/requests/" + number).expecting(200).json();
  }

  private JsonNode rows(String path) {
    return core.get(base + path).expecting(200).json().get("rows");
  }

  private List<String> waiting(String decider) {
    List<String> numbers = new ArrayList<>();
    rows("/approval/waiting?decider=" + decider)
        .forEach(row -> numbers.add(row.get("number").asString()));
    return numbers;
  }

  private String inbox(String user) {
    List<String> told = new ArrayList<>();
    core.as(user)
        .get("/api/inbox")
        .json()
        .get("messages")
        .forEach(
            message -> {
              if (message.get("company").asString().equals(company)) {
                told.add(message.path("event").asString());
              }
            });
    return told.toString();
  }

  private long events() {
    return core.jdbc()
        .sql("select count(*) from outbox.event where company = ?")
        .param(company)
        .query(Long.class)
        .single();
  }
}
