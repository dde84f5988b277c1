package org.millrace.sales.prepayment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Prepayments of orders: taxed with their money, deducted by final invoices, taken back. */
class PrepaymentsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany().value() + "/";
    make("parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'DE'}");
    make("items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    make("tax/codes", "{'code':'V19','name':'19','rates':[{'validFrom':'2000-01-01','rate':19}]}");
  }

  @Test
  void isTaxedWithItsMoneyAndDeductedToTheCent() {
    String order = ordered();
    JsonNode prepayment = prepaid(order, "{'amount':357,'occurredAt':'2026-06-01T09:00:00Z'}");
    assertThat(prepayment.get("lines")).isEmpty();
    assertThat(prepayment.get("purpose").asString()).isEqualTo("prepayment");
    assertThat(decimal(prepayment, "netAmount")).isEqualByComparingTo("300");
    assertThat(decimal(prepayment, "openAmount")).isEqualByComparingTo("357");
    assertThat(balance("2300")).isEqualByComparingTo("-300");
    assertThat(balance("2210")).isEqualByComparingTo("-57");
    assertThat(balance("4000")).isEqualByComparingTo("0");
    pay(prepayment, 357);
    assertThat(balance("2210")).isEqualByComparingTo("0");
    assertThat(due("2026-06-01", "2026-06-30")).isEqualByComparingTo("57");
    JsonNode first = invoiced(order, "{'lines':[{'line':1,'quantity':1}]}");
    assertThat(decimal(first, "paidAmount")).isEqualByComparingTo("357");
    assertThat(decimal(first, "openAmount")).isEqualByComparingTo("39.66");
    JsonNode second = invoiced(order, "{}");
    assertThat(second.has("prepaid")).isFalse();
    assertThat(decimal(first, "openAmount").add(decimal(second, "openAmount")))
        .isEqualByComparingTo("833");
    assertThat(balance("2300")).isEqualByComparingTo("0");
    assertThat(balance("2200")).isEqualByComparingTo("-190");
    assertThat(balance("4000")).isEqualByComparingTo("-1000");
    JsonNode checks = core.get(base + "ledger/checks").json().get("rows");
    assertThat(checks).allSatisfy(row -> assertThat(row.get("holds").asBoolean()).isTrue());
  }

  @Test
  void isPaidOrCreditedBeforeTheOrderIsInvoiced() {
    String order = ordered();
    JsonNode prepayment = prepaid(order, "{'percent':30}");
    assertThat(decimal(prepayment, "openAmount")).isEqualByComparingTo("357");
    act("sales/orders/" + order, "deliveries", "{}").expecting(201);
    String refused = act("sales/orders/" + order, "invoices", "{}").expecting(409).body();
    assertThat(refused).contains("357").contains(prepayment.get("number").asString());
    String number = prepayment.get("number").asString();
    JsonNode note = act("sales/invoices/" + number, "credit-notes", "{}").expecting(201).json();
    assertThat(decimal(note, "openAmount")).isEqualByComparingTo("-357");
    assertThat(balance("2300")).isEqualByComparingTo("0");
    assertThat(balance("2210")).isEqualByComparingTo("0");
    assertThat(balance("4100")).isEqualByComparingTo("0");
    act("sales/invoices/" + number, "credit-notes", "{}").expecting(409);
    JsonNode last = act("sales/orders/" + order, "invoices", "{}").expecting(201).json();
    assertThat(decimal(last, "openAmount")).isEqualByComparingTo("1190");
  }

  @Test
  void isNoMoreThanTheOrderAndIsNotCreditedOnceDeducted() {
    String order = ordered();
    HttpAnswer more = act("sales/orders/" + order, "prepayment-invoices", "{'amount':1190.01}");
    assertThat(more.expecting(422).json().at("/problems/0/expected").asString("")).contains("1190");
    act("sales/orders/" + order, "prepayment-invoices", "{}").expecting(422);
    JsonNode all = prepaid(order, "{'percent':100,'taxPoint':'invoice'}");
    assertThat(balance("2200")).isEqualByComparingTo("-190");
    act("sales/orders/" + order, "prepayment-invoices", "{'amount':0.01}").expecting(422);
    pay(all, 1190);
    JsonNode last = invoiced(order, "{}");
    assertThat(decimal(last, "openAmount")).isEqualByComparingTo("0");
    String refused =
        act("sales/invoices/" + all.get("number").asString(), "credit-notes", "{}")
            .expecting(409)
            .body();
    assertThat(refused).contains(last.get("number").asString());
    act("sales/invoices/" + last.get("number").asString(), "credit-notes", "{}").expecting(201);
    assertThat(balance("4000").add(balance("4100"))).isEqualByComparingTo("0");
    assertThat(balance("2200")).isEqualByComparingTo("0");
    assertThat(balance("1100")).isEqualByComparingTo("-1190");
  }

  private String ordered() {
    return make(
            "sales/orders",
            "{'customer':'C','lines':[{'item':'FIT','quantity':3,'unitPrice':333.333333,"
                + "'taxCode':'V19'}],'occurredAt':'2026-06-01T08:00:00Z'}")
        .get("number")
        .asString();
  }

  private JsonNode prepaid(String order, String asked) {
    return act("sales/orders/" + order, "prepayment-invoices", asked).expecting(201).json();
  }

  private void pay(JsonNode invoice, int amount) {
    act(
            "sales/invoices/" + invoice.get("number").asString(),
            "payments",
            "{'amount':%d,'date':'2026-06-03'}".formatted(amount))
        .expecting(201);
  }

  private JsonNode invoiced(String order, String delivered) {
    act("sales/orders/" + order, "deliveries", delivered).expecting(201);
    return act("sales/orders/" + order, "invoices", "{}").expecting(201).json();
  }

  private BigDecimal balance(String account) {
    for (JsonNode row : core.get(base + "ledger/trial-balance?month=2099-12").json().get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return decimal(row, "closing");
      }
    }
    return BigDecimal.ZERO;
  }

  private BigDecimal due(String first, String last) {
    String days = "{'firstDay':'%s','lastDay':'%s'}".formatted(first, last);
    return decimal(
        core.post(base + "tax/return-drafts", days.replace('\'', '"')).expecting(200).json(),
        "outputTax");
  }

  private HttpAnswer act(String document, String verb, String json) {
    String version = core.get(base + document).expecting(200).json().get("version").toString();
    return core.send(
        "POST",
        base + document + "/" + verb,
        json.replace('\'', '"'),
        Map.of("If-Match", "\"" + version + "\""));
  }

  private JsonNode make(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return row.get(name).decimalValue();
  }
}
