package org.millrace.sales.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** A wrong payment of a customer is taken back, over HTTP. */
class PaymentReversalApiTest {
  private static final Instant LONG_AGO = Instant.now().minus(70, ChronoUnit.DAYS);

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;
  private String invoice;

  @BeforeEach
  void billAHundred() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Spain'}");
    send("/items", "{'code':'POST','name':'Postage','kind':'service'}");
    invoice =
        send(
                "/sales/invoices",
                ("{'customer':'C','occurredAt':'%s',"
                        + "'lines':[{'item':'POST','quantity':1,'unitPrice':100}]}")
                    .formatted(LONG_AGO))
            .get("number")
            .asString();
  }

  @Test
  void opensTheInvoiceAgainAndMirrorsTheEntry() {
    String payment = pay("60", 1);
    assertThat(open()).isEqualByComparingTo("40");
    JsonNode reversal = reverse(payment, 1, "{'reason':'Of another shop'}").expecting(201).json();
    assertThat(reversal.get("amount").decimalValue()).isEqualByComparingTo("-60");
    assertThat(reversal.get("reverses").asString()).isEqualTo(payment);
    assertThat(reversal.get("paymentDate").asString())
        .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
    assertThat(open()).isEqualByComparingTo("100");
    assertThat(balances()).containsEntry("1000", "0").containsEntry("1100", "100");
    JsonNode wrong = core.get(base + "/sales/payments/" + payment).expecting(200).json();
    assertThat(wrong.get("status").asString()).isEqualTo("reversed");
    assertThat(wrong.get("reversedBy").asString()).isEqualTo(reversal.get("number").asString());
    assertThat(core.get(base + "/sales/payments?invoice=" + invoice).json().get("rows")).hasSize(2);
    JsonNode entry = core.get(base + "/ledger/entries").expecting(200).json().get("rows").get(0);
    assertThat(entry.get("text").asString())
        .isEqualTo("Reversal of payment " + payment + " of " + invoice);
    pay("100", 3);
    assertThat(open()).isZero();
  }

  @Test
  void tellsTheReversalByAnEventThatNamesThePayment() {
    String payment = pay("60", 1);
    String day = LocalDate.ofInstant(LONG_AGO, ZoneOffset.UTC).plusDays(3).toString();
    reverse(payment, 1, "{'reason':'Typed twice','date':'" + day + "'}").expecting(201);
    JsonNode told = Json.mapper().readTree(lastEvent());
    assertThat(told.at("/payment/amount").decimalValue()).isEqualByComparingTo("-60");
    assertThat(told.at("/payment/reverses").asString()).isEqualTo(payment);
    assertThat(told.at("/payment/reason").asString()).isEqualTo("Typed twice");
    assertThat(told.at("/payment/date").asString()).isEqualTo(day);
    assertThat(told.at("/invoice/openAmount").decimalValue()).isEqualByComparingTo("100");
    JsonNode history = core.get(base + "/sales/payments/" + payment + "/history").json();
    assertThat(history).hasSize(2);
    assertThat(history.get(0).get("reason").asString()).isEqualTo("Typed twice");
  }

  @Test
  void isReversedOnceAndAReversalNever() {
    String payment = pay("60", 1);
    String reversal =
        reverse(payment, 1, "{'reason':'Typed twice'}").json().get("number").asString();
    reverse(payment, 1, "{'reason':'Typed twice'}").expecting(412);
    assertThat(detail(reverse(payment, 2, "{'reason':'Typed twice'}").expecting(409)))
        .contains("it is reversed");
    assertThat(detail(reverse(reversal, 1, "{'reason':'No'}").expecting(409)))
        .contains("it is reversing");
    assertThat(open()).isEqualByComparingTo("100");
  }

  @Test
  void refusesWhatLacksAReasonOrIsDatedWrong() {
    String payment = pay("60", 1);
    LocalDate paid = LocalDate.ofInstant(LONG_AGO, ZoneOffset.UTC).plusDays(1);
    String dated = "{'reason':'Typed twice','date':'%s'}";
    assertThat(detail(reverse(payment, 1, "{'reason':' '}").expecting(422)))
        .contains("why it is reversed");
    reverse(payment, 1, "{}").expecting(400);
    reverse(payment, 1, dated.formatted(paid.minusDays(1))).expecting(422);
    reverse(payment, 1, dated.formatted(LocalDate.now(ZoneOffset.UTC).plusDays(2))).expecting(422);
    send("/ledger/periods/" + YearMonth.from(paid) + "/close", "{'waiver':'Later'}", 200);
    assertThat(detail(reverse(payment, 1, dated.formatted(paid)).expecting(409)))
        .contains(YearMonth.from(paid) + " of " + company + " is closed");
    assertThat(open()).isEqualByComparingTo("40");
    reverse(payment, 1, "{'reason':'Typed twice'}").expecting(201);
    core.get(base + "/sales/payments/PY-9").expecting(404);
    reverse("PY-9", 1, "{'reason':'None'}").expecting(404);
  }

  @Test
  void aRefundIsTakenBackToo() {
    String note =
        core.post(
                base + "/sales/invoices/" + invoice + "/credit-notes",
                "{}",
                Map.of("If-Match", "\"1\""))
            .expecting(201)
            .json()
            .get("number")
            .asString();
    String refund = payFor(note, "-100", 1);
    reverse(refund, 1, "{'reason':'Bank sent it back'}").expecting(201);
    JsonNode open = core.get(base + "/sales/invoices/" + note).json();
    assertThat(open.get("openAmount").decimalValue()).isEqualByComparingTo("-100");
    assertThat(balances()).containsEntry("1000", "0").containsEntry("1100", "0");
  }

  @Test
  void twoAtOnceReverseOnce() throws InterruptedException, ExecutionException {
    for (int round = 0; round < 5; round++) {
      String payment = pay("10", 1 + 2 * round);
      List<Integer> answers = atOnce(4, () -> reverse(payment, 1, "{'reason':'Race'}").status());
      assertThat(answers).containsOnlyOnce(201);
      assertThat(answers.stream().filter(status -> status == 201 || status == 412)).hasSize(4);
      assertThat(open()).isEqualByComparingTo("100");
    }
    assertThat(balances()).containsEntry("1000", "0");
  }

  @Test
  void theDatabaseRefusesASecondReversal() {
    String payment = pay("10", 1);
    reverse(payment, 1, "{'reason':'Once'}").expecting(201);
    assertThatThrownBy(
            () ->
                core.jdbc()
                    .sql(
                        """
                        insert into sales.payment(company, number, invoice, payment_date, amount,
                          currency, status, customer, customer_name, reverses, reason)
                        select company, 'PY-X', invoice, payment_date, -amount, currency,
                          'reversing', customer, customer_name, number, 'Twice'
                        from sales.payment where company = ? and number = ?
                        """)
                    .params(company, payment)
                    .update())
        .hasMessageContaining("payment_reversed_once");
  }

  @Test
  void listsAndExportsPaymentsAndReversals() {
    String payment = pay("60", 1);
    reverse(payment, 1, "{'reason':'Typed twice'}").expecting(201);
    pay("70", 3);
    assertThat(rows("")).hasSize(3);
    assertThat(rows("?status=posted")).hasSize(1);
    assertThat(rows("?status=reversing&amount.to=0&customer=C")).hasSize(1);
    assertThat(rows("?invoice=" + invoice + "&search=shop")).hasSize(3);
    core.get(base + "/sales/payments?mood=good").expecting(422);
    assertThat(core.get(base + "/exports/payments").expecting(200).body())
        .contains("," + payment + ",,Typed twice");
  }

  @Test
  void isOfTheDayThatIsNamed() {
    String day = LocalDate.ofInstant(LONG_AGO, ZoneOffset.UTC).plusDays(9).toString();
    String path = base + "/sales/invoices/" + invoice + "/payments";
    Map<String, String> first = Map.of("If-Match", "\"1\"");
    String dated = "{\"amount\": 5, \"date\": \"%s\"}";
    core.post(path, dated.formatted("2999-01-01"), first).expecting(422);
    JsonNode paid = core.post(path, dated.formatted(day), first).expecting(201).json();
    assertThat(paid.at("/payment/date").asString()).isEqualTo(day);
  }

  @Test
  void whoTakesNoMoneyReversesNone() {
    String payment = pay("60", 1);
    HttpAnswer refused =
        core.as("viewer")
            .post(
                base + "/sales/payments/" + payment + "/reverse",
                "{\"reason\": \"Mine\"}",
                Map.of("If-Match", "\"1\""));
    assertThat(refused.status()).isEqualTo(403);
    core.as("viewer").get(base + "/sales/payments").expecting(200);
  }

  private interface Answering {
    int status();
  }

  private static List<Integer> atOnce(int many, Answering act)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<Integer>> running = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        running.add(threads.submit(act::status));
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> one : running) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdown();
    }
  }

  private JsonNode rows(String query) {
    return core.get(base + "/sales/payments" + query).expecting(200).json().get("rows");
  }

  private String pay(String amount, int version) {
    return payFor(invoice, amount, version);
  }

  private String payFor(String paper, String amount, int version) {
    Instant day = LONG_AGO.plus(1, ChronoUnit.DAYS);
    String body =
        "{\"amount\": %s%s}"
            .formatted(
                amount,
                version == 1 && paper.equals(invoice) ? ", \"occurredAt\": \"" + day + "\"" : "");
    return core.post(
            base + "/sales/invoices/" + paper + "/payments",
            body,
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(201)
        .json()
        .at("/payment/number")
        .asString();
  }

  private HttpAnswer reverse(String payment, int version, String body) {
    return core.post(
        base + "/sales/payments/" + payment + "/reverse",
        body.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private BigDecimal open() {
    return core.get(base + "/sales/invoices/" + invoice)
        .expecting(200)
        .json()
        .get("openAmount")
        .decimalValue();
  }

  private Map<String, String> balances() {
    return TestingBooks.balances(core, company);
  }

  private String lastEvent() {
    return core.jdbc()
        .sql(
            """
            select payload from outbox.event where company = ? and type = 'sales.payment-received'
            order by aggregate_version desc limit 1
            """)
        .param(company)
        .query(String.class)
        .single();
  }

  private static String detail(HttpAnswer answer) {
    return answer.json().get("detail").asString();
  }

  private JsonNode send(String path, String body) {
    return send(path, body, 201);
  }

  private JsonNode send(String path, String body, int status) {
    return core.post(base + path, body.replace('\'', '"')).expecting(status).json();
  }
}
