package org.millrace.purchasing.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import org.millrace.json.Json;
import tools.jackson.databind.JsonNode;

/** A wrong payment to a supplier is taken back, over HTTP. */
class SupplierPaymentReversalApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;
  private String invoice;

  @BeforeEach
  void oweAHundred() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Spain'}");
    send("/items", "{'code':'WHEEL','name':'Wheel'}");
    String line = "'lines':[{'%s':%s,'quantity':10%s}]}";
    String order =
        number(
            send(
                "/purchasing/orders",
                "{'supplier':'S'," + line.formatted("item", "'WHEEL'", ",'unitPrice':10")));
    act("/purchasing/orders/" + order + "/receipts", 1, "{}").expecting(201);
    invoice =
        number(
            act(
                    "/purchasing/orders/" + order + "/invoices",
                    2,
                    "{" + line.formatted("line", "1", ",'unitPrice':10"))
                .expecting(201)
                .json());
  }

  @Test
  void opensTheInvoiceAgainAndMirrorsTheEntry() {
    String payment = pay("60", 1);
    assertThat(balances()).containsEntry("1000", "-60").containsEntry("2000", "-40");
    JsonNode reversal = reverse(payment, 1, "{'reason':'Wrong bill'}").expecting(201).json();
    assertThat(reversal.get("amount").decimalValue()).isEqualByComparingTo("-60");
    assertThat(reversal.get("reverses").asString()).isEqualTo(payment);
    assertThat(open()).isEqualByComparingTo("100");
    assertThat(balances()).containsEntry("1000", "0").containsEntry("2000", "-100");
    JsonNode read = core.get(base + "/purchasing/invoices/" + invoice).expecting(200).json();
    assertThat(read.get("payments")).hasSize(2);
    assertThat(read.get("payments").get(0).get("reversedBy").asString())
        .isEqualTo(number(reversal));
    JsonNode told = Json.mapper().readTree(lastEvent());
    assertThat(told.at("/payment/amount").decimalValue()).isEqualByComparingTo("-60");
    assertThat(told.at("/payment/reverses").asString()).isEqualTo(payment);
    assertThat(told.at("/invoice/paidAmount").decimalValue()).isZero();
    pay("100", 3);
    assertThat(core.get(base + "/exports/supplier-payments").expecting(200).body())
        .contains("," + payment + ",,Wrong bill");
  }

  @Test
  void isReversedOnceByOneOfManyAtOnce() {
    String payment = pay("60", 1);
    int[] answers =
        IntStream.range(0, 6)
            .parallel()
            .map(i -> reverse(payment, 1, "{'reason':'Race'}").status())
            .toArray();
    assertThat(answers).containsOnlyOnce(201).containsOnly(201, 412);
    reverse(payment, 2, "{'reason':'Again'}").expecting(409);
    assertThat(open()).isEqualByComparingTo("100");
    assertThat(balances()).containsEntry("1000", "0");
  }

  @Test
  void refusesBadDaysAndReasonsAndPaymentsOfLessThanNothing() {
    String payment = pay("60", 1);
    String later = LocalDate.now(ZoneOffset.UTC).plusDays(2).toString();
    reverse(payment, 1, "{'reason':''}").expecting(422);
    reverse(payment, 1, "{'reason':'Late','date':'" + later + "'}").expecting(422);
    reverse(payment, 1, "{'reason':'Early','date':'2020-01-01'}").expecting(422);
    act("/purchasing/invoices/" + invoice + "/payments", 2, "{'amount':-5}").expecting(422);
    assertThat(rows("?status=posted&supplier=S&amount.from=60")).hasSize(1);
  }

  private JsonNode rows(String query) {
    return core.get(base + "/purchasing/payments" + query).expecting(200).json().get("rows");
  }

  private String pay(String amount, int version) {
    return act(
            "/purchasing/invoices/" + invoice + "/payments",
            version,
            "{'amount':%s,'occurredAt':'%s'}".formatted(amount, Instant.now()))
        .expecting(201)
        .json()
        .at("/payment/number")
        .asString();
  }

  private HttpAnswer reverse(String payment, int version, String body) {
    return act("/purchasing/payments/" + payment + "/reverse", version, body);
  }

  private BigDecimal open() {
    return core.get(base + "/purchasing/invoices/" + invoice)
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
            select payload from outbox.event where company = ? and type = 'purchasing.supplier-paid'
            order by aggregate_version desc limit 1
            """)
        .param(company)
        .query(String.class)
        .single();
  }

  private static String number(JsonNode document) {
    return document.get("number").asString();
  }

  private JsonNode send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }

  private HttpAnswer act(String path, int version, String body) {
    return core.post(
        base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
