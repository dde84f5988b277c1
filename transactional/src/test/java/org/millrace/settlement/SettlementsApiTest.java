package org.millrace.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Payments of several items, setting off and opening items, over HTTP. */
class SettlementsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    send(
        "/parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'Spain'}");
    send("/parties", "{'code':'D','name':'Other','roles':['customer'],'country':'Spain'}");
    send("/items", "{'code':'POST','name':'Postage','kind':'service'}");
  }

  @Test
  void settlesSeveralInvoicesByOnePaymentAndKeepsTheRestOnAccount() {
    String one = invoice(100);
    String two = invoice(50);
    JsonNode paid = pay(170, item("invoice", one), item("invoice", two));
    assertThat(paid.get("onAccount").decimalValue()).isEqualByComparingTo("20");
    assertThat(paid.get("lines")).hasSize(2);
    assertThat(open(one)).isZero();
    assertThat(open(two)).isZero();
    assertThat(balances())
        .containsEntry("1000", "170")
        .containsEntry("1100", "-20")
        .containsEntry("1150", "0");
    JsonNode items = core.get(base + "/settlement/open-items").expecting(200).json().get("rows");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).get("kind").asString()).isEqualTo("payment");
    assertThat(items.get(0).get("openAmount").decimalValue()).isEqualByComparingTo("-20");
    JsonNode owes = core.get(base + "/ledger/receivables").expecting(200).json().get("rows");
    assertThat(owes.get(0).get("total").decimalValue()).isEqualByComparingTo("-20");
  }

  @Test
  void paysInTheirOrderAsFarAsTheMoneyReaches() {
    String one = invoice(100);
    String two = invoice(50);
    pay(120, item("invoice", one), item("invoice", two));
    assertThat(open(one)).isZero();
    assertThat(open(two)).isEqualTo(30);
  }

  @Test
  void opensAllAgainWhenThePaymentIsTakenBack() {
    String one = invoice(100);
    String number = number(pay(130, item("invoice", one)));
    String single = core.get(base + "/sales/payments").json().at("/rows/0/number").asString();
    HttpAnswer alone =
        core.send(
            "POST",
            base + "/sales/payments/" + single + "/reverse",
            "{\"reason\":\"Bounced\"}",
            Map.of("If-Match", "\"1\""));
    assertThat(alone.expecting(409).body()).contains(number);
    JsonNode back = reverse("payments/" + number);
    assertThat(back.get("amount").decimalValue()).isEqualByComparingTo("-130");
    assertThat(open(one)).isEqualTo(100);
    assertThat(balances())
        .containsEntry("1000", "0")
        .containsEntry("1100", "100")
        .containsEntry("1150", "0");
    assertThat(core.get(base + "/settlement/payments/" + number).json().get("status").asString())
        .isEqualTo("reversed");
  }

  @Test
  void setsMoneyOnAccountOffAgainstAnInvoiceAndTakesThatBack() {
    String payment = number(pay(80));
    String one = invoice(100);
    JsonNode allocation = allocate(item("invoice", one), item("payment", payment));
    assertThat(open(one)).isEqualTo(20);
    assertThat(balances()).containsEntry("1100", "20").containsEntry("1150", "0");
    HttpAnswer used =
        core.send(
            "POST",
            base + "/settlement/payments/" + payment + "/reverse",
            "{\"reason\":\"Bounced\"}",
            Map.of("If-Match", "\"2\""));
    assertThat(used.expecting(409).body()).contains("set off already");
    reverse("allocations/" + number(allocation));
    assertThat(open(one)).isEqualTo(100);
    assertThat(balances()).containsEntry("1100", "20");
    assertThat(core.get(base + "/settlement/open-items").json().get("rows")).hasSize(2);
  }

  @Test
  void setsWhatAPartyOwesOffAgainstWhatItIsOwed() {
    String one = invoice(100);
    String bill =
        number(
            send(
                "/settlement/opening-items",
                "{'side':'payables','party':'C','sourceNumber':'B-1','itemDate':'2026-01-05',"
                    + "'amount':60}"));
    assertThat(balances()).containsEntry("2000", "-60").containsEntry("3950", "60");
    allocate(item("invoice", one), item("opening-item", bill));
    assertThat(open(one)).isEqualTo(40);
    assertThat(balances())
        .containsEntry("1100", "40")
        .containsEntry("2000", "0")
        .containsEntry("1150", "0");
  }

  @Test
  void refusesWhatIsNotThereOfAnotherPartyOrMoreThanTheMoney() {
    String one = invoice(100);
    assertThat(refused("payments", paying("C", 50, item("invoice", "IN-9"))))
        .contains("items.number");
    assertThat(refused("payments", paying("D", 50, item("invoice", one)))).contains("of D");
    String much = "{'kind':'invoice','number':'" + one + "','amount':60}";
    assertThat(refused("payments", paying("C", 50, much))).contains("at most the money");
    String taken =
        "{'side':'receivables','party':'C','sourceNumber':'R-1','itemDate':'2026-01-05',"
            + "'amount':60}";
    send("/settlement/opening-items", taken);
    HttpAnswer again =
        core.send("POST", base + "/settlement/opening-items", quoted(taken), Map.of());
    assertThat(again.expecting(409).body()).contains("taken over before");
    assertThat(open(one)).isEqualTo(100);
  }

  private String invoice(int amount) {
    return number(
        send(
            "/sales/invoices",
            "{'customer':'C','lines':[{'item':'POST','quantity':1,'unitPrice':" + amount + "}]}"));
  }

  private static String item(String kind, String number) {
    return "{'kind':'" + kind + "','number':'" + number + "'}";
  }

  private static String paying(String party, int amount, String... items) {
    return "{'direction':'in','party':'%s','amount':%d,'items':[%s]}"
        .formatted(party, amount, String.join(",", items));
  }

  private JsonNode pay(int amount, String... items) {
    return send("/settlement/payments", paying("C", amount, items));
  }

  private JsonNode allocate(String... items) {
    return send("/settlement/allocations", "{'items':[" + String.join(",", items) + "]}");
  }

  private JsonNode reverse(String path) {
    return core.send(
            "POST",
            base + "/settlement/" + path + "/reverse",
            "{\"reason\":\"Bounced\",\"date\":\"" + LocalDate.now(ZoneOffset.UTC) + "\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(201)
        .json();
  }

  private String refused(String path, String request) {
    return core.send("POST", base + "/settlement/" + path, quoted(request), Map.of())
        .expecting(422)
        .body();
  }

  private int open(String invoice) {
    return core.get(base + "/sales/invoices/" + invoice)
        .json()
        .get("openAmount")
        .decimalValue()
        .intValueExact();
  }

  private Map<String, String> balances() {
    Map<String, String> balances = new TreeMap<>();
    String path = base + "/ledger/trial-balance?month=" + YearMonth.now(ZoneOffset.UTC);
    for (JsonNode row : core.get(path).expecting(200).json().get("rows")) {
      balances.put(
          row.get("account").asString(),
          row.get("closing").decimalValue().stripTrailingZeros().toPlainString());
    }
    return balances;
  }

  private static String number(JsonNode document) {
    return document.get("number").asString();
  }

  private JsonNode send(String path, String request) {
    return core.send("POST", base + path, quoted(request), Map.of()).expecting(201).json();
  }

  private static String quoted(String request) {
    return request.replace('\'', '"');
  }
}
