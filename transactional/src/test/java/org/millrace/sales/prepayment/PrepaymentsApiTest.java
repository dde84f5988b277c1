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
    assertHolds();
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

  @Test
  void keepsTheWorthOfItsDayInAnotherCurrency() {
    rate("2026-06-01", "0.80");
    rate("2026-06-03", "0.82");
    rate("2026-06-10", "0.90");
    String order = ordered("'currency':'USD',");
    JsonNode prepayment = prepaid(order, "{'amount':357,'occurredAt':'2026-06-01T09:00:00Z'}");
    assertThat(prepayment.at("/foreign/currency").asString()).isEqualTo("USD");
    amounts(prepayment, "/foreign/grossAmount 357 /foreign/netAmount 300 /foreign/openAmount 357");
    amounts(prepayment, "/netAmount 240 /openAmount 285.60 /taxes/0/foreign/amount 57");
    payIn(prepayment, "357", "2026-06-03");
    assertThat(balance("2300")).isEqualByComparingTo("-240");
    assertThat(balance("1100")).isEqualByComparingTo("0");
    JsonNode first = invoicedOn(order, "2026-06-10", "{'lines':[{'line':1,'quantity':1}]}");
    amounts(first, "/foreign/grossAmount 396.66 /foreign/paidAmount 357 /foreign/openAmount 39.66");
    amounts(first, "/prepaid/0/base 240 /prepaid/0/tax 45.60 /prepaid/0/foreign/base 300");
    amounts(first, "/taxes/0/amount 51.30 /netAmount 269.99 /openAmount 35.69 /paidAmount 285.60");
    assertThat(balance("2300")).isEqualByComparingTo("0");
    JsonNode second = invoicedOn(order, "2026-06-10", "{}");
    assertThat(second.has("prepaid")).isFalse();
    amounts(second, "/foreign/openAmount 793.34 /openAmount 714.01");
    payIn(first, "39.66", "2026-06-10");
    payIn(second, "793.34", "2026-06-10");
    assertThat(balance("1100")).isEqualByComparingTo("0");
    assertThat(balance("2210")).isEqualByComparingTo("0");
    assertThat(due("2026-06-01", "2026-06-30").negate()).isEqualByComparingTo(balance("2200"));
    String number = first.get("number").asString();
    JsonNode note = act("sales/invoices/" + number, "credit-notes", "{}").expecting(201).json();
    amounts(note, "/foreign/grossAmount -396.66 /netAmount -269.99 /taxes/0/amount -51.30");
    amounts(note, "/taxes/0/foreign/amount -63.33 /lines/0/foreign/netAmount -333.33");
    assertHolds();
  }

  @Test
  void isCreditedInItsCurrencyAndNotMixedWithAnother() {
    rate("2026-06-01", "0.80");
    String order = ordered("'currency':'USD',");
    JsonNode prepayment = prepaid(order, "{'percent':30,'occurredAt':'2026-06-01T09:00:00Z'}");
    String change =
        "{'customer':'C','currency':'GBP','lines':[{'line':1,'item':'FIT','quantity':3,"
            + "'unitPrice':300,'taxCode':'V19'}]}";
    core.send("PUT", base + "sales/orders/" + order, change.replace('\'', '"'), version(order))
        .expecting(200);
    assertThat(
            act("sales/orders/" + order, "prepayment-invoices", "{'percent':10}")
                .expecting(409)
                .body())
        .contains("in GBP", "in USD");
    String number = prepayment.get("number").asString();
    JsonNode note = act("sales/invoices/" + number, "credit-notes", "{}").expecting(201).json();
    amounts(note, "/foreign/openAmount -357 /openAmount -285.60 /taxes/0/foreign/base -300");
    assertThat(balance("2300")).isEqualByComparingTo("0");
    act("sales/orders/" + order, "deliveries", "{}").expecting(201);
    act("sales/orders/" + order, "invoices", "{}").expecting(201);
    assertHolds();
  }

  private void assertHolds() {
    JsonNode checks = core.get(base + "ledger/checks").json().get("rows");
    assertThat(checks).allSatisfy(row -> assertThat(row.get("holds").asBoolean()).isTrue());
  }

  private void rate(String day, String rate) {
    make(
        "currency/rates",
        "{'fromCurrency':'USD','toCurrency':'GBP','validFrom':'%s','rate':'%s'}"
            .formatted(day, rate));
  }

  /** Places and amounts by turns. */
  private static void amounts(JsonNode document, String expected) {
    String[] words = expected.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      assertThat(document.at(words[i]).decimalValue())
          .as(words[i])
          .isEqualByComparingTo(words[i + 1]);
    }
  }

  private String ordered() {
    return ordered("");
  }

  private String ordered(String more) {
    return make(
            "sales/orders",
            ("{'customer':'C','lines':[{'item':'FIT','quantity':3,'unitPrice':333.333333,"
                    + "'taxCode':'V19'}],%s'occurredAt':'2026-06-01T08:00:00Z'}")
                .formatted(more))
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

  private void payIn(JsonNode invoice, String amount, String day) {
    act(
            "sales/invoices/" + invoice.get("number").asString(),
            "payments",
            "{'amount':%s,'date':'%s'}".formatted(amount, day))
        .expecting(201);
  }

  private JsonNode invoicedOn(String order, String day, String delivered) {
    act("sales/orders/" + order, "deliveries", delivered).expecting(201);
    String at = "{'occurredAt':'%sT09:00:00Z'}".formatted(day);
    return act("sales/orders/" + order, "invoices", at).expecting(201).json();
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
    return core.send(
        "POST", base + document + "/" + verb, json.replace('\'', '"'), versionOf(document));
  }

  private Map<String, String> version(String order) {
    return versionOf("sales/orders/" + order);
  }

  private Map<String, String> versionOf(String document) {
    String version = core.get(base + document).expecting(200).json().get("version").toString();
    return Map.of("If-Match", "\"" + version + "\"");
  }

  private JsonNode make(String path, String json) {
    return core.post(base + path, json.replace('\'', '"')).expecting(201).json();
  }

  private static BigDecimal decimal(JsonNode row, String name) {
    return row.get(name).decimalValue();
  }
}
