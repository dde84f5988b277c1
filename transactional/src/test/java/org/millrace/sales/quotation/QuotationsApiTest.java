package org.millrace.sales.quotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** A quotation through all its states, and from it to the cash, over HTTP. */
class QuotationsApiTest {
  private static final String MADE = "2026-01-02";
  private static final String VALID_UNTIL = "2026-01-31";

  private final TestingCore core = TestingCore.running();
  private final String company = core.newCompany().value();
  private final String base = "/api/companies/" + company;
  private final String quotations = base + "/sales/quotations";

  @BeforeEach
  void stockTenBells() {
    post("/parties", "{'code':'C1','name':'Shop','roles':['customer'],'country':'France'}");
    post("/items", "{'code':'BELL','name':'Bell','unit':'pcs'}");
    post(
        "/stock/movements",
        "{'occurredAt':'2026-01-01T00:00:00Z',"
            + "'lines':[{'item':'BELL','quantity':10,'unitCost':3}]}");
  }

  @Test
  void walksFromTheQuotationToTheCash() {
    JsonNode made = make(8).json();
    assertThat(made.get("status").asString()).isEqualTo("open");
    assertThat(made.get("netAmount").decimalValue()).isEqualByComparingTo("39.96");
    assertThat(core.get(base + "/stock/reservations").json().get("rows")).isEmpty();
    String number = made.get("number").asString();
    JsonNode accepted = act(number, "accept", 1, VALID_UNTIL).expecting(200).json();
    assertThat(accepted.get("status").asString()).isEqualTo("accepted");
    assertThat(accepted.get("closedDate").asString()).isEqualTo(VALID_UNTIL);
    String order = accepted.get("order").asString();
    JsonNode placed = core.get(base + "/sales/orders/" + order).expecting(200).json();
    assertThat(placed.get("quotation").asString()).isEqualTo(number);
    assertThat(placed.get("orderDate").asString()).isEqualTo(VALID_UNTIL);
    assertThat(placed.get("netAmount").decimalValue()).isEqualByComparingTo("39.96");
    JsonNode reserved = core.get(base + "/stock/reservations").json().at("/rows/0");
    assertThat(reserved.at("/document/number").asString()).isEqualTo(order);
    assertThat(reserved.get("reserved").asInt()).isEqualTo(8);
    ifMatch("/sales/orders/" + order + "/deliveries", "{}", 1).expecting(201);
    JsonNode invoice =
        ifMatch("/sales/orders/" + order + "/invoices", "{}", 2).expecting(201).json();
    String bill = invoice.get("number").asString();
    JsonNode paid =
        ifMatch("/sales/invoices/" + bill + "/payments", "{'amount':39.96}", 1)
            .expecting(201)
            .json();
    assertThat(paid.at("/invoice/openAmount").decimalValue()).isEqualByComparingTo("0");
    assertThat(types())
        .containsSubsequence(
            "sales.quotation-made",
            "sales.order-placed",
            "sales.quotation-accepted",
            "sales.order-delivered",
            "sales.invoice-posted",
            "sales.payment-received");
  }

  @Test
  void handsTheDayTheCustomerWantsToItsOrder() {
    String number = make(2).json().get("number").asString();
    String path = "/sales/quotations/" + number + "/accept";
    String taken = "{'occurredAt':'2026-01-05T09:00:00Z','requestedDate':'%s'}";
    assertThat(ifMatch(path, taken.formatted("2026-01-04"), 1).expecting(422).body())
        .contains("requestedDate", "2026-01-04", "not before the order date 2026-01-05");
    JsonNode accepted = ifMatch(path, taken.formatted("2026-01-23"), 1).expecting(200).json();
    String order = base + "/sales/orders/" + accepted.get("order").asString();
    assertThat(core.get(order).json().get("requestedDate").asString()).isEqualTo("2026-01-23");
  }

  /** Every end, and every act that is no longer legal after it. */
  @ParameterizedTest
  @CsvSource({
    "accept, 2026-01-05, accept, cannot be accepted: it is accepted.",
    "accept, 2026-01-05, reject, cannot be rejected: it is accepted.",
    "accept, 2026-01-05, expire, Work on its sales order instead.",
    "reject, 2026-01-05, accept, cannot be accepted: it is rejected.",
    "reject, 2026-01-05, reject, cannot be rejected: it is rejected.",
    "reject, 2026-01-05, expire, Make a new quotation.",
    "expire, 2026-02-01, accept, cannot be accepted: it is expired.",
    "expire, 2026-02-01, reject, cannot be rejected: it is expired.",
    "expire, 2026-02-01, expire, cannot expire: it is expired.",
  })
  void refusesEveryIllegalJump(String end, String day, String jump, String told) {
    String number = make(2).json().get("number").asString();
    act(number, end, 1, day).expecting(200);
    long orders = orders(number);
    HttpAnswer answer = act(number, jump, 2, "2026-02-02").expecting(409);
    assertThat(answer.header("Content-Type").orElseThrow()).contains("application/problem+json");
    assertThat(answer.json().get("detail").asString()).contains("Quotation " + number, told);
    assertThat(orders(number)).isEqualTo(orders).isEqualTo(end.equals("accept") ? 1 : 0);
    JsonNode now = core.get(quotations + "/" + number).json();
    assertThat(now.get("closedDate").asString()).isEqualTo(day);
  }

  @Test
  void holdsToItsLastDay() {
    String number = make(2).json().get("number").asString();
    assertThat(act(number, "expire", 1, VALID_UNTIL).expecting(409).body())
        .contains("cannot expire on 2026-01-31: it is valid until 2026-01-31");
    assertThat(act(number, "accept", 1, "2026-02-01").expecting(409).body())
        .contains("cannot be accepted on 2026-02-01: it was valid until 2026-01-31");
    assertThat(act(number, "accept", 1, "2026-01-01").expecting(422).body())
        .contains("occurredAt", "not before the quotation's day 2026-01-02");
    assertThat(orders(number)).isZero();
    JsonNode expired = act(number, "expire", 1, "2026-02-01").expecting(200).json();
    assertThat(expired.get("status").asString()).isEqualTo("expired");
    assertThat(expired.has("order")).isFalse();
  }

  @Test
  void keepsWhyTheCustomerDeclined() {
    String number = make(2).json().get("number").asString();
    String path = "/sales/quotations/" + number + "/reject";
    ifMatch(path, "{'reason':' '}", 1).expecting(422);
    JsonNode rejected = ifMatch(path, "{'reason':'Too dear'}", 1).expecting(200).json();
    assertThat(rejected.get("status").asString()).isEqualTo("rejected");
    assertThat(rejected.get("rejectReason").asString()).isEqualTo("Too dear");
    assertThat(core.get(quotations + "?search=rejected").json().get("rows")).hasSize(1);
  }

  @Test
  void acceptsOnceHoweverOftenItIsSaid() {
    String number = make(2).json().get("number").asString();
    Map<String, String> headers =
        Map.of("If-Match", "\"1\"", "Idempotency-Key", UUID.randomUUID().toString());
    String path = quotations + "/" + number + "/accept";
    HttpAnswer first = core.post(path, at(MADE), headers).expecting(200);
    HttpAnswer again = core.post(path, at(MADE), headers).expecting(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first.header("ETag")).contains("\"2\"");
    act(number, "accept", 1, MADE).expecting(412);
    core.post(path, at(MADE)).expecting(428);
    assertThat(orders(number)).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeOffered() {
    HttpAnswer answer =
        core.post(
                quotations,
                json(
                    "{'customer':'C9','occurredAt':'2026-01-02T09:00:00Z',"
                        + "'validUntil':'2026-01-02','lines':["
                        + "{'item':'HORN','quantity':1,'unitPrice':2}]}"))
            .expecting(422);
    assertThat(answer.json().get("problems")).hasSize(2);
    assertThat(answer.body()).contains("C9", "HORN");
    assertThat(
            core.post(
                    quotations,
                    json(
                        "{'customer':'C1','occurredAt':'2026-01-02T09:00:00Z',"
                            + "'validUntil':'2026-01-01','lines':[]}"))
                .expecting(422)
                .json()
                .get("problems"))
        .hasSize(2);
    core.get(quotations + "/QU-NONE").expecting(404);
    act("QU-NONE", "accept", 1, MADE).expecting(404);
  }

  @Test
  void letsSalesQuoteAndNotPlanners() {
    core.as("planner").post(quotations, offer(1)).expecting(403);
    String number =
        core.as("sales").post(quotations, offer(1)).expecting(201).json().get("number").asString();
    core.as("viewer").get(quotations + "/" + number).expecting(200);
    String accept = quotations + "/" + number + "/accept";
    core.as("viewer").post(accept, at(MADE), Map.of("If-Match", "\"1\"")).expecting(403);
  }

  @Test
  void isDescribedAmongTheOtherDocuments() {
    JsonNode paths = core.get("/api/docs/openapi").expecting(200).json().get("paths");
    String path = "/api/companies/{company}/sales/quotations";
    assertThat(paths.propertyNames())
        .contains(
            path,
            path + "/{number}",
            path + "/{number}/accept",
            path + "/{number}/reject",
            path + "/{number}/expire");
  }

  private HttpAnswer make(int quantity) {
    return core.post(quotations, offer(quantity)).expecting(201);
  }

  private static String offer(int quantity) {
    return json(
        "{'customer':'C1','occurredAt':'%sT00:00:00Z','validUntil':'%s','lines':["
                .formatted(MADE, VALID_UNTIL)
            + "{'item':'BELL','quantity':%d,'unitPrice':4.995}]}".formatted(quantity));
  }

  private HttpAnswer act(String number, String act, int version, String day) {
    String body =
        act.equals("reject") ? at(day).replace("{", "{\"reason\": \"Too dear\", ") : at(day);
    return ifMatch("/sales/quotations/" + number + "/" + act, body, version);
  }

  private static String at(String day) {
    return "{\"occurredAt\": \"" + day + "T12:00:00Z\"}";
  }

  private HttpAnswer ifMatch(String path, String body, int version) {
    return core.post(base + path, json(body), Map.of("If-Match", "\"" + version + "\""));
  }

  private void post(String path, String body) {
    core.post(base + path, json(body)).expecting(201);
  }

  private long orders(String quotation) {
    return core.jdbc()
        .sql("select count(*) from sales.sales_order where company = ? and quotation = ?")
        .params(company, quotation)
        .query(Long.class)
        .single();
  }

  private List<String> types() {
    return core.jdbc()
        .sql("select type from outbox.event where company = ? order by position")
        .param(company)
        .query(String.class)
        .list();
  }

  private static String json(String body) {
    return body.replace('\'', '"');
  }
}
