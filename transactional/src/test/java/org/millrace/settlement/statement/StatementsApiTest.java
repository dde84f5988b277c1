package org.millrace.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Statements of account: opening balance, what was billed and settled, closing balance. */
class StatementsApiTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post(
        "/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'Spain'}");
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
  }

  @Test
  void goFromTheOpeningToTheClosingBalance() {
    String old = billed(40, 100);
    String young = billed(10, 50);
    pay(5, 130, old, young);
    pay(4, 60, young);
    JsonNode statement = statement(TODAY.minusDays(20), TODAY);
    assertThat(figures(statement)).isEqualTo("100.00 50.00 190.00 -40.00");
    assertThat(statement.get("lines").findValuesAsString("balance"))
        .containsExactly("150.00", "20.00", "-40.00");
    assertThat(ageing("receivables")).isEqualTo("-40.00");
    assertThat(figures(statement(TODAY.minusDays(30), TODAY.minusDays(5))))
        .isEqualTo("100.00 50.00 130.00 20.00");
  }

  @Test
  void leaveOutWhatWasOnlySetOffOnOneSide() {
    String invoice = billed(10, 100);
    String paid = pay(9, 70);
    post(
        "/settlement/allocations",
        "{'items':[{'kind':'invoice','number':'%s'},{'kind':'payment','number':'%s'}]}"
            .formatted(invoice, paid));
    JsonNode statement = statement(TODAY.minusDays(20), TODAY);
    assertThat(figures(statement)).isEqualTo("0.00 100.00 70.00 30.00");
    assertThat(statement.get("lines")).hasSize(2);
    String bill =
        number(
            post(
                "/settlement/opening-items",
                ("{'side':'payables','party':'C','sourceNumber':'B-1','itemDate':'%s',"
                        + "'date':'%1$s','amount':20}")
                    .formatted(TODAY.minusDays(3))));
    post(
        "/settlement/allocations",
        "{'items':[{'kind':'invoice','number':'%s'},{'kind':'opening-item','number':'%s'}]}"
            .formatted(invoice, bill));
    assertThat(figures(statement(TODAY.minusDays(20), TODAY))).isEqualTo("0.00 100.00 90.00 10.00");
    JsonNode owed =
        post(
            "/settlement/account-statements",
            "{'party':'C','side':'payables','firstDay':'%s','lastDay':'%s'}"
                .formatted(TODAY.minusDays(20), TODAY));
    assertThat(figures(owed)).isEqualTo("0.00 20.00 20.00 0.00");
  }

  @Test
  void areRefusedForDaysThatAreToCome() {
    HttpAnswer refused =
        core.post(
            base + "/settlement/account-statements",
            "{\"party\":\"C\",\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                .formatted(TODAY, TODAY.plusDays(1)));
    assertThat(refused.expecting(422).body()).contains("a day not after today");
  }

  private static String figures(JsonNode statement) {
    return "%s %s %s %s"
        .formatted(
            statement.get("openingBalance").asString(),
            statement.get("billed").asString(),
            statement.get("settled").asString(),
            statement.get("closingBalance").asString());
  }

  private JsonNode statement(LocalDate from, LocalDate until) {
    return post(
        "/settlement/account-statements",
        "{'party':'C','firstDay':'%s','lastDay':'%s'}".formatted(from, until));
  }

  private String ageing(String side) {
    JsonNode rows = core.get(base + "/settlement/ageing?side=" + side).json().get("rows");
    return rows.get(0).get("total").asString();
  }

  private String pay(int daysAgo, int amount, String... invoices) {
    StringBuilder items = new StringBuilder();
    for (String invoice : invoices) {
      items.append(items.isEmpty() ? "" : ",");
      items.append("{'kind':'invoice','number':'").append(invoice).append("'}");
    }
    return number(
        post(
            "/settlement/payments",
            "{'direction':'in','party':'C','amount':%d,'date':'%s','items':[%s]}"
                .formatted(amount, TODAY.minusDays(daysAgo), items)));
  }

  private String billed(int daysAgo, int price) {
    return number(
        post(
            "/sales/invoices",
            "{'customer':'C','occurredAt':'%sT08:00:00Z','daysToPay':0,"
                    .formatted(TODAY.minusDays(daysAgo))
                + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':"
                + price
                + "}]}"));
  }

  private static String number(JsonNode document) {
    return document.has("number")
        ? document.get("number").asString()
        : document.at("/invoice/number").asString();
  }

  private JsonNode post(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }
}
