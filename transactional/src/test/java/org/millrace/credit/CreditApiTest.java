package org.millrace.credit;

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

/** Orders against the credit limit of their customer. */
class CreditApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post(
        "/parties",
        "{'code':'C','name':'Shop','roles':['customer'],'country':'Spain','creditLimit':1000}");
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
  }

  /** B-08: exposure = open items + orders; what exceeds the limit is blocked with the sum shown. */
  @Test
  void holdsAnOrderAboveTheLimitUntilItIsReleasedWithAReason() {
    policy("hold", 0);
    post("/sales/invoices", "{'customer':'C'," + hours(700));
    String first = order(300);
    deliver(first, 1).expecting(201);
    assertThat(checks("")).isEmpty();
    String second = order(100);
    JsonNode check = checks("order=" + second).get(0);
    assertThat(figures(check)).isEqualTo("held 1000.00 700.00 300.00 100.00 100.00");
    assertThat(deliver(second, 1).expecting(409).body())
        .contains("Order " + second + " is held: with it C exceeds the credit limit of EUR 1000.00")
        .contains("by EUR 100.00");
    assertThat(deliverStep("/sales/orders/" + second))
        .startsWith("false Order " + second + " is held: with it C exceeds the credit limit")
        .endsWith("check it again after a payment.");
    assertThat(deliverStep("/sales/orders/" + first)).startsWith("false");
    JsonNode rows = core.get(base + "/sales/orders?number=" + second).json().get("rows");
    assertThat(step(rows.get(0))).startsWith("false Order " + second + " is held");
    String path = "/credit/checks/" + check.get("number").asString();
    assertThat(act(path + "/recheck", "{}", 1).expecting(409).body())
        .contains("the exposure is EUR 1100.00");
    assertThat(act(path + "/release", "{'reason':' '}", 1).status()).isEqualTo(422);
    JsonNode done = act(path + "/release", "{'reason':'Paid by card'}", 1).expecting(200).json();
    assertThat(done.get("status").asString()).isEqualTo("released");
    assertThat(done.get("decidedBy").asString()).isNotEmpty();
    assertThat(deliverStep("/sales/orders/" + second)).isEqualTo("true ");
    deliver(second, 1).expecting(201);
    JsonNode exposure = core.get(base + "/credit/exposures/C").expecting(200).json();
    assertThat(exposure.at("/exposure/total").asString()).isEqualTo("1100.00");
    assertThat(exposure.get("available").asString()).isEqualTo("-100.00");
  }

  private String deliverStep(String order) {
    return step(core.get(base + order).expecting(200).json());
  }

  private static String step(JsonNode order) {
    return order
        .get("steps")
        .valueStream()
        .filter(step -> step.get("act").asString().equals("deliver"))
        .map(step -> step.get("allowed").asBoolean() + " " + step.path("reason").asString(""))
        .findFirst()
        .orElseThrow();
  }

  /** A held order waits for the approval of its release, and goes on when that is given. */
  @Test
  void isReleasedByApprovalWhereAPolicyAsksForOne() {
    policy("hold", 0);
    post(
        "/approval/policies",
        "{'code':'OVER','name':'Above the limit','documentType':'credit-release',"
            + "'fromAmount':50,'levels':[{'role':'controller'}]}");
    String little = order(1040);
    release(little, 200);
    deliver(little, 1).expecting(201);
    String much = order(100);
    JsonNode request = release(much, 202);
    assertThat(request.get("documentType").asString()).isEqualTo("credit-release");
    assertThat(request.get("amount").asString()).isEqualTo("140.00");
    assertThat(deliver(much, 1).status()).isEqualTo(409);
    core.as("controller")
        .send(
            "POST",
            base + "/approval/requests/" + request.get("number").asString() + "/approve",
            "{}",
            Map.of("If-Match", "\"1\""))
        .expecting(200);
    assertThat(checks("order=" + much).get(0).get("status").asString()).isEqualTo("released");
    deliver(much, 1).expecting(201);
  }

  private JsonNode release(String order, int status) {
    String check = checks("order=" + order).get(0).get("number").asString();
    return act("/credit/checks/" + check + "/release", "{'reason':'Agreed'}", 1)
        .expecting(status)
        .json();
  }

  @Test
  void goesOnWhenTheCustomerPaidOrTheOrderIsSmaller() {
    policy("hold", 0);
    post("/sales/invoices", "{'customer':'C'," + hours(900));
    String paid = order(200);
    post("/settlement/payments", "{'direction':'in','party':'C','amount':500}");
    String path = "/credit/checks/" + checks("").get(0).get("number").asString();
    assertThat(act(path + "/recheck", "{}", 1).expecting(200).json().get("status").asString())
        .isEqualTo("released");
    deliver(paid, 1).expecting(201);
    String large = order(500);
    assertThat(deliver(large, 1).status()).isEqualTo(409);
    send("PUT", "/sales/orders/" + large, "{'customer':'C'," + hours(300), 1).expecting(200);
    deliver(large, 2).expecting(201);
    assertThat(checks("order=" + large).get(0).get("status").asString()).isEqualTo("ended");
  }

  @Test
  void asksAgainWhenAReleasedOrderGrows() {
    policy("hold", 0);
    String order = order(1100);
    String path = "/credit/checks/" + checks("").get(0).get("number").asString();
    act(path + "/release", "{'reason':'Agreed'}", 1).expecting(200);
    send("PUT", "/sales/orders/" + order, "{'customer':'C'," + hours(1050), 1).expecting(200);
    assertThat(checks("status=held")).isEmpty();
    send("PUT", "/sales/orders/" + order, "{'customer':'C'," + hours(1200), 2).expecting(200);
    assertThat(checks("status=held")).hasSize(1);
    act("/sales/orders/" + order + "/cancel", "{}", 3).expecting(200);
    assertThat(checks("status=held")).isEmpty();
  }

  @Test
  void warnsUnlessItIsToHoldAndIsSilentWithoutALimit() {
    String order = order(1100);
    assertThat(checks("").get(0).get("status").asString()).isEqualTo("warned");
    deliver(order, 1).expecting(201);
    policy("off", 0);
    order(5000);
    assertThat(checks("")).hasSize(1);
    policy("hold", 1);
    post("/parties", "{'code':'D','name':'Other','roles':['customer'],'country':'Spain'}");
    post("/sales/orders", "{'customer':'D'," + hours(999_999));
    assertThat(checks("party=D")).isEmpty();
  }

  @Test
  void isReleasedByThoseAloneWhoMay() {
    policy("hold", 0);
    order(1100);
    String path = "/credit/checks/" + checks("").get(0).get("number").asString();
    HttpAnswer refused =
        core.as("sales")
            .send(
                "POST",
                base + path + "/release",
                "{\"reason\":\"I want it\"}",
                Map.of("If-Match", "\"1\""));
    assertThat(refused.status()).isEqualTo(403);
  }

  /** Of orders that fit one by one but not together, as many pass at once as fit together. */
  @Test
  void letsNoTwoOrdersSlipBeneathTheLimitAtOnce() throws Exception {
    policy("hold", 0);
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<HttpAnswer>> orders = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        orders.add(() -> core.post(base + "/sales/orders", body(300)));
      }
      for (Future<HttpAnswer> each : clients.invokeAll(orders)) {
        each.get().expecting(201);
      }
    } finally {
      clients.shutdown();
    }
    assertThat(checks("status=held&size=100")).hasSize(13);
  }

  private static String body(int hours) {
    return ("{'customer':'C'," + hours(hours)).replace('\'', '"');
  }

  private static String hours(int hours) {
    return "'lines':[{'item':'HOUR','quantity':" + hours + ",'unitPrice':1}]}";
  }

  private static String figures(JsonNode check) {
    List<String> names =
        List.of("status", "creditLimit", "openItems", "delivered", "ordered", "excess");
    return String.join(" ", names.stream().map(name -> check.get(name).asString()).toList());
  }

  private void policy(String word, int version) {
    send("PUT", "/credit/policy", "{'policy':'" + word + "'}", version).expecting(200);
  }

  private String order(int hours) {
    return post("/sales/orders", "{'customer':'C'," + hours(hours)).get("number").asString();
  }

  private HttpAnswer deliver(String order, int version) {
    return act("/sales/orders/" + order + "/deliveries", "{}", version);
  }

  private JsonNode checks(String query) {
    return core.get(base + "/credit/checks?" + query).expecting(200).json().get("rows");
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }

  private HttpAnswer act(String path, String body, int version) {
    return send("POST", path, body, version);
  }

  private HttpAnswer send(String method, String path, String body, int version) {
    return core.send(
        method, base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
