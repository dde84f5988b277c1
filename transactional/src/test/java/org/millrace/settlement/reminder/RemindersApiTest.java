package org.millrace.settlement.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Reminders by level, from the proposal to the paper and back. */
class RemindersApiTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openAShop() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    String party = "{'code':'%s','name':'%s','roles':['customer'],'country':'Spain'%s}";
    post("/parties", party.formatted("C", "Shop", ",'language':'zh'"));
    post("/parties", party.formatted("D", "Fair", ""));
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
    post("/items", "{'code':'FEE','name':'Reminder fee','kind':'service'}");
    String level = "{'code':'%s','daysLate':%d%s,'texts':[{'language':'en','text':'Please pay'},";
    post(
        "/settlement/reminder-levels",
        level.formatted("A", 7, "") + "{'language':'zh','text':'请付款'}]}");
    post(
        "/settlement/reminder-levels",
        level.formatted("B", 21, ",'fee':5,'feeItem':'FEE'")
            + "{'language':'zh','text':'请立即付款'}]}");
  }

  @Test
  void goUpOneLevelInARunAndTellTheCustomerInHisLanguage() throws Exception {
    String old = billed("C", 60, 100);
    String young = billed("C", 20, 30);
    billed("D", 3, 50);
    billed("D", 30, 40);
    JsonNode run = propose(TODAY.minusDays(15));
    assertThat(run.get("lines").findValuesAsString("item")).hasSize(2).contains(old);
    issue(run, 1);
    assertThat(raw("/settlement/reminder-runs", on(TODAY.minusDays(14))).status()).isEqualTo(422);
    JsonNode second = propose(TODAY);
    assertThat(second.get("lines").findValuesAsString("item")).hasSize(3).contains(young);
    assertThat(second.get("lines").findValuesAsString("level")).containsExactly("2", "1", "2");
    issue(second, 1);
    JsonNode reminder = core.get(base + "/settlement/reminders?party=C").json().at("/rows/0");
    assertThat(reminder.get("level").asInt()).isEqualTo(2);
    assertThat(reminder.get("text").asString()).isEqualTo("请立即付款");
    assertThat(reminder.get("totalAmount").asString()).isEqualTo("135.00");
    assertThat(TestingBooks.balances(core, company)).containsEntry("1100", "230");
    assertThat(pdf(reminder.get("number").asString()))
        .contains("催款单")
        .contains("请立即付款")
        .contains(old)
        .contains("135.00");
    assertThat(raw("/settlement/reminder-runs", on(TODAY)).expecting(422).body())
        .contains("a day on which something is to be reminded of");
  }

  @Test
  void leaveOutWhatIsPaidOrDisputedOrDroppedByWhoReviews() {
    String paid = billed("C", 60, 100);
    String disputed = billed("C", 50, 30);
    String dropped = billed("D", 40, 50);
    String late = billed("D", 30, 40);
    JsonNode run = propose(TODAY);
    String path = "/settlement/reminder-runs/" + run.get("number").asString();
    assertThat(raw("/settlement/reminder-runs", "{}").status()).isEqualTo(422);
    String keep = "{'lines':[%s,%s,%s]}".formatted(item(paid), item(disputed), item(late));
    JsonNode fewer = send("PUT", path, keep, 1).expecting(200).json();
    assertThat(fewer.get("openAmount").asString()).isEqualTo("170.00");
    assertThat(send("PUT", path, "{'lines':[" + item(dropped) + "]}", 2).expecting(422).body())
        .contains("one of the items proposed");
    post(
        "/settlement/payments",
        "{'direction':'in','party':'C','amount':100,'items':[{'kind':'invoice','number':'"
            + paid
            + "'}]}");
    post(
        "/settlement/disputes",
        "{'itemKind':'invoice','item':'" + disputed + "','reason':'Broken'}");
    JsonNode issued = send("POST", path + "/issue", "{}", 2).expecting(200).json();
    assertThat(issued.get("lines").findValuesAsString("item")).containsExactly(late);
    JsonNode reminders = core.get(base + "/settlement/reminders").json().get("rows");
    assertThat(reminders).hasSize(1);
    assertThat(reminders.get(0).get("party").asString()).isEqualTo("D");
    assertThat(send("POST", path + "/cancel", "{}", 3).status()).isEqualTo(409);
    JsonNode next = propose(TODAY);
    assertThat(next.get("lines").findValuesAsString("item")).containsExactly(dropped);
  }

  @Test
  void areTakenBackWithTheirFee() {
    String invoice = billed("C", 90, 100);
    issue(propose(TODAY.minusDays(30)), 1);
    issue(propose(TODAY), 1);
    JsonNode second = core.get(base + "/settlement/reminders?level=2").json().at("/rows/0");
    assertThat(second.get("fee").asString()).isEqualTo("5.00");
    String fee = second.get("feeInvoice").asString();
    String path = "/settlement/reminders/" + second.get("number").asString();
    assertThat(send("POST", path + "/reverse", "{'reason':''}", 1).status()).isEqualTo(422);
    send("POST", path + "/reverse", "{'reason':'He had paid'}", 1).expecting(200);
    assertThat(send("POST", path + "/reverse", "{'reason':'Again'}", 2).status()).isEqualTo(409);
    assertThat(core.get(base + "/sales/invoices/" + fee).json().get("openAmount").asString())
        .isEqualTo("0.00");
    assertThat(TestingBooks.balances(core, company)).containsEntry("1100", "100");
    JsonNode again = propose(TODAY);
    assertThat(again.get("lines").findValuesAsString("item")).containsExactly(invoice);
    assertThat(again.at("/lines/0/level").asInt()).isEqualTo(2);
  }

  private String pdf(String reminder) throws Exception {
    String path = base + "/documents/settlement/reminder/" + reminder + "/pdf";
    HttpRequest request =
        HttpRequest.newBuilder(core.address().resolve(path))
            .header("Authorization", "Bearer " + core.token())
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).isEqualTo(200);
    try (PDDocument document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static String item(String invoice) {
    return "{'itemKind':'invoice','item':'" + invoice + "'}";
  }

  private static String on(LocalDate day) {
    return "{'date':'" + day + "'}";
  }

  private JsonNode propose(LocalDate day) {
    return post("/settlement/reminder-runs", on(day));
  }

  private void issue(JsonNode run, int version) {
    String path = "/settlement/reminder-runs/" + run.get("number").asString() + "/issue";
    send("POST", path, "{}", version).expecting(200);
  }

  private String billed(String party, int daysAgo, int price) {
    JsonNode made =
        post(
            "/sales/invoices",
            "{'customer':'%s','occurredAt':'%sT08:00:00Z','daysToPay':0,"
                    .formatted(party, TODAY.minusDays(daysAgo))
                + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':"
                + price
                + "}]}");
    return made.has("number")
        ? made.get("number").asString()
        : made.at("/invoice/number").asString();
  }

  private JsonNode post(String path, String body) {
    return raw(path, body).expecting(201).json();
  }

  private HttpAnswer raw(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer send(String method, String path, String body, int version) {
    return core.send(
        method, base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
