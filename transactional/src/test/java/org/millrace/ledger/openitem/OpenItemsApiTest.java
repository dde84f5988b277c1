package org.millrace.ledger.openitem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingBooks;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Who owes what, by partner and age. */
class OpenItemsApiTest {
  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openCompany() {
    company = core.newCompany("EUR", "false").value();
    base = "/api/companies/" + company;
    send("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Spain'}");
    send("/parties", "{'code':'D','name':'Fair','roles':['customer'],'country':'Spain'}");
    send("/parties", "{'code':'S','name':'Tubes','roles':['supplier'],'country':'Spain'}");
    send("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
    send("/items", "{'code':'WHEEL','name':'Wheel'}");
  }

  @Test
  void sumsWhatIsOpenByTheDaysSinceItWasDue() {
    bill("C", 0, 1, "1.01");
    bill("C", 10, 10, "2.02");
    bill("C", 11, 10, "4.04");
    bill("C", 40, 10, "8.08");
    bill("C", 41, 10, "16.16");
    bill("C", 101, 11, "32.32");
    bill("C", 101, 10, "64.64");
    String paid = bill("D", 5, 30, "7");
    act("/sales/invoices/" + paid + "/payments", 1, "{'amount':7}");
    JsonNode rows = core.get(base + "/ledger/receivables").expecting(200).json().get("rows");
    assertThat(rows).hasSize(1);
    assertThat(ages(rows.get(0))).isEqualTo("C 3.03 12.12 16.16 32.32 64.64 128.27");
    JsonNode shop = core.get(base + "/ledger/receivables/C").expecting(200).json();
    assertThat(ages(shop)).isEqualTo(ages(rows.get(0)));
    assertThat(shop.get("items")).hasSize(7);
    assertThat(shop.get("items").get(0).get("daysOverdue").asInt()).isEqualTo(91);
    assertThat(TestingBooks.balances(core, company)).containsEntry("1100", "128.27");
  }

  @Test
  void aCreditNoteCountsAgainstItsInvoice() {
    String invoice = bill("C", 10, 30, "50");
    act("/sales/invoices/" + invoice + "/credit-notes", 1, "{}");
    JsonNode shop = core.get(base + "/ledger/receivables/C").expecting(200).json();
    assertThat(shop.get("total").decimalValue()).isZero();
    assertThat(shop.get("items")).hasSize(2);
  }

  @Test
  void aReversedPaymentOwesAgainAndAPartnerWithoutOpenItemsOwesNothing() {
    String order =
        send(
                "/purchasing/orders",
                "{'supplier':'S','lines':[{'item':'WHEEL','quantity':10,'unitPrice':10}]}")
            .get("number")
            .asString();
    act("/purchasing/orders/" + order + "/receipts", 1, "{}");
    String bill =
        act(
                "/purchasing/orders/" + order + "/invoices",
                2,
                "{'lines':[{'line':1,'quantity':10,'unitPrice':10}]}")
            .get("number")
            .asString();
    String pay = "/purchasing/invoices/" + bill + "/payments";
    String payment = act(pay, 1, "{'amount':100}").at("/payment/number").asString();
    assertThat(core.get(base + "/ledger/payables").json().get("rows")).isEmpty();
    JsonNode none = core.get(base + "/ledger/payables/S").expecting(200).json();
    assertThat(ages(none)).isEqualTo("S 0 0 0 0 0 0");
    assertThat(none.get("items")).isEmpty();
    act("/purchasing/payments/" + payment + "/reverse", 1, "{'reason':'Wrong bank'}");
    JsonNode rows = core.get(base + "/ledger/payables?search=tub").json().get("rows");
    assertThat(ages(rows.get(0))).isEqualTo("S 100 0 0 0 0 100");
    core.get(base + "/ledger/payables/NOBODY").expecting(404);
    assertThat(core.as("viewer").get(base + "/ledger/payables").status()).isEqualTo(403);
  }

  @Test
  void answersAsOftenAsItIsAsked() {
    for (int i = 0; i < 25; i++) {
      core.get(base + "/ledger/receivables/C").expecting(200);
    }
  }

  private String bill(String customer, int daysAgo, int daysToPay, String amount) {
    Instant when = Instant.now().minus(daysAgo, ChronoUnit.DAYS);
    String line = "'lines':[{'item':'HOUR','quantity':1,'unitPrice':" + amount + "}]}";
    return send(
            "/sales/invoices",
            "{'customer':'%s','occurredAt':'%s','daysToPay':%d,"
                    .formatted(customer, when, daysToPay)
                + line)
        .get("number")
        .asString();
  }

  private static String ages(JsonNode balance) {
    StringBuilder ages = new StringBuilder(balance.get("party").asString());
    for (String name :
        new String[] {"notDue", "days1To30", "days31To60", "days61To90", "over90", "total"}) {
      ages.append(' ')
          .append(balance.get(name).decimalValue().stripTrailingZeros().toPlainString());
    }
    return ages.toString();
  }

  private JsonNode send(String path, String body) {
    return core.post(base + path, body.replace('\'', '"')).expecting(201).json();
  }

  private JsonNode act(String path, int version, String body) {
    HttpAnswer answer =
        core.post(base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
    return answer.expecting(201).json();
  }
}
