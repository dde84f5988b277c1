package org.millrace.settlement.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** How promptly bills were paid, weighed by their amounts. */
class PaymentBehaviourApiTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final List<String> FIELDS =
      List.of(
          "key",
          "items",
          "averageDaysToPay",
          "averageDaysLate",
          "onTimePercent",
          "overdueAmount",
          "longestDaysOverdue",
          "score");

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post(
        "/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'Spain'}");
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
  }

  /** 100 were 10 days late, 300 not at all, 100 are 40 days late: 5,000 of 500 are 10 days. */
  @Test
  void weighsDaysLateByAmountAndCountsWhatIsStillOwed() {
    pay(billed(40, 10, 100), 100, 20);
    pay(billed(60, 30, 300), 300, 35);
    billed(50, 10, 100);
    billed(5, 30, 1_000);
    billed(400, 10, 7);
    assertThat(told()).containsExactly("receivables:C 3 23.8 10 60 100 40 90");
    assertThat(core.get(base + "/settlement/payment-behaviour/receivables:C").json().at("/score"))
        .hasToString("90.0");
    core.get(base + "/settlement/payment-behaviour/payables:C").expecting(404);
    core.as("storekeeper").get(base + "/settlement/payment-behaviour").expecting(403);
  }

  @Test
  void countsTheMonthsThatTheCompanySet() {
    billed(100, 10, 100);
    billed(20, 10, 7);
    assertThat(told()).containsExactly("receivables:C 2 - 84.8 0 107 90 15.2");
    set("{'months':2}", 0, 200);
    assertThat(told()).containsExactly("receivables:C 1 - 10 0 7 10 90");
    assertThat(core.get(base + "/settlement/payment-behaviour-settings").json().at("/months"))
        .hasToString("2");
    assertThat(set("{'months':61}", 1, 422)).contains("a number from 1 to 60");
    set("{'months':3}", 0, 412);
    core.as("controller").get(base + "/settlement/payment-behaviour-settings").expecting(200);
    core.as("storekeeper").get(base + "/settlement/payment-behaviour-settings").expecting(403);
  }

  private String set(String settings, int version, int status) {
    return core.send(
            "PUT",
            base + "/settlement/payment-behaviour-settings",
            settings.replace('\'', '"'),
            Map.of("If-Match", "\"" + version + "\""))
        .expecting(status)
        .body();
  }

  @Test
  void countsMoneyThatBouncedAsOwedFromThen() {
    String invoice = billed(40, 10, 100);
    String bounced = pay(invoice, 100, 30);
    assertThat(told()).containsExactly("receivables:C 1 10 0 100 0 - 100");
    assertThat(
            core.post(
                    base + "/settlement/payments/" + bounced + "/reverse",
                    "{\"reason\":\"Bounced\",\"date\":\"%s\"}".formatted(TODAY.minusDays(20)),
                    Map.of("If-Match", "\"1\""))
                .expecting(201)
                .status())
        .isEqualTo(201);
    assertThat(told()).containsExactly("receivables:C 1 - 20 0 100 30 80");
    pay(invoice, 100, 10);
    assertThat(told()).containsExactly("receivables:C 1 20 10 0 0 - 90");
  }

  @Test
  void scoresHowTheCompanyPaysApart() {
    String owed =
        number(
            post(
                "/settlement/opening-items",
                "{'side':'payables','party':'C','sourceNumber':'B-1','itemDate':'%s',"
                        .formatted(TODAY.minusDays(60))
                    + "'dueDate':'%s','amount':50,'date':'%s'}"
                        .formatted(TODAY.minusDays(30), TODAY.minusDays(60))));
    assertThat(told()).containsExactly("payables:C 1 - 30 0 50 30 70");
    settle("out", "opening-item", owed, 50, 28);
    assertThat(told()).containsExactly("payables:C 1 32 2 0 0 - 98");
  }

  private String billed(int daysAgo, int daysToPay, int price) {
    return number(
        post(
            "/sales/invoices",
            "{'customer':'C','occurredAt':'%sT08:00:00Z','daysToPay':%d,"
                    .formatted(TODAY.minusDays(daysAgo), daysToPay)
                + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':%d}]}".formatted(price)));
  }

  private String pay(String invoice, int amount, int daysAgo) {
    return settle("in", "invoice", invoice, amount, daysAgo);
  }

  private String settle(String way, String kind, String item, int amount, int daysAgo) {
    return number(
        post(
            "/settlement/payments",
            "{'direction':'%s','party':'C','amount':%d,'date':'%s',"
                    .formatted(way, amount, TODAY.minusDays(daysAgo))
                + "'items':[{'kind':'%s','number':'%s'}]}".formatted(kind, item)));
  }

  private static String number(JsonNode document) {
    return document.has("number")
        ? document.get("number").asString()
        : document.at("/invoice/number").asString();
  }

  private List<String> told() {
    List<String> rows = new ArrayList<>();
    JsonNode answer = core.get(base + "/settlement/payment-behaviour").expecting(200).json();
    for (JsonNode row : answer.get("rows")) {
      rows.add(String.join(" ", FIELDS.stream().map(field -> text(row.path(field))).toList()));
    }
    return rows;
  }

  private static String text(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    return value.isMissingNode() || value.isNull() ? "-" : value.asString();
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }
}
