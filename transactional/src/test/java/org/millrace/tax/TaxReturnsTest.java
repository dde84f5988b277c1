package org.millrace.tax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Returns by period: they hold what was due, lock it, and take what comes late into the next. */
class TaxReturnsTest {
  private static final String JUNE = "{'firstDay':'2026-06-01','lastDay':'2026-06-30'%s}";
  private static final String JULY = "{'firstDay':'2026-07-01','lastDay':'2026-07-31'%s}";

  private final TestingCore core = TestingCore.running();
  private String company;
  private String base;

  @BeforeEach
  void openAShop() {
    company = core.newCompany().value();
    base = "/api/companies/" + company + "/";
    make("parties", "{'code':'C','name':'Shop','roles':['customer','supplier'],'country':'DE'}");
    make("items", "{'code':'FIT','name':'Fitting','kind':'service'}");
    make("items", "{'code':'BELL','name':'Bell'}");
    make("tax/codes", "{'code':'V19','name':'19','rates':[{'validFrom':'2000-01-01','rate':19}]}");
    make(
        "tax/codes",
        "{'code':'CASH','name':'Cash','taxPoint':'payment',"
            + "'rates':[{'validFrom':'2000-01-01','rate':20}]}");
  }

  @Test
  void holdsThePeriodAndTakesLatePapersIntoTheNext() {
    sold("V19", 1000, "2026-06-10");
    sold("V19", 100, "2026-07-02");
    JsonNode draft = post("tax/return-drafts", JUNE.formatted("")).expecting(200).json();
    assertThat(draft.get("payable").decimalValue()).isEqualByComparingTo("190");
    JsonNode june = make("tax/returns", JUNE.formatted(""));
    assertThat(june.get("payable").decimalValue()).isEqualByComparingTo("190");
    sold("V19", 10, "2026-06-20");
    JsonNode july = make("tax/returns", JULY.formatted(""));
    assertThat(july.get("payable").decimalValue()).isEqualByComparingTo("20.9");
    assertThat(july.get("lines")).hasSize(2);
    assertThat(july.at("/lines/0/late").asBoolean()).isFalse();
    assertThat(july.at("/lines/1/late").asBoolean()).isTrue();
    assertThat(july.at("/lines/1/tax").decimalValue()).isEqualByComparingTo("1.9");
    JsonNode again = core.get(base + "tax/returns/" + june.get("number").asString()).json();
    assertThat(again.get("payable").decimalValue()).isEqualByComparingTo("190");
    sold("V19", 1, "2026-06-30");
    JsonNode entries = core.get(base + "tax/entries?code=V19&side=output").json().get("rows");
    assertThat(entries).hasSize(4);
    assertThat(entries.get(0).has("returnNumber")).isFalse();
    assertThat(entries.get(3).get("returnNumber").asString())
        .isEqualTo(june.get("number").asString());
    assertThat(core.get(base + "tax/entries?side=input").json().get("rows")).isEmpty();
  }

  @Test
  void refusesDaysThatAreInAnEarlierReturn() {
    make("tax/returns", JUNE.formatted(""));
    HttpAnswer answer = post("tax/returns", JUNE.formatted("")).expecting(422);
    assertThat(answer.json().at("/problems/0/field").asString("")).isEqualTo("firstDay");
    post("tax/returns", "{'firstDay':'2026-08-31','lastDay':'2026-08-01'}").expecting(422);
    core.as("sales")
        .post(base + "tax/returns", JULY.formatted("").replace('\'', '"'))
        .expecting(403);
  }

  @Test
  void holdsTaxOnPaymentsInThePeriodOfThePayment() {
    JsonNode invoice = sold("CASH", 1000, "2026-06-10");
    String payments = base + "sales/invoices/" + invoice.get("number").asString() + "/payments";
    core.send(
            "POST",
            payments,
            "{\"amount\": 400, \"date\": \"2026-07-03\"}",
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    assertThat(make("tax/returns", JUNE.formatted("")).get("payable").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(make("tax/returns", JULY.formatted("")).get("payable").decimalValue())
        .isEqualByComparingTo("66.67");
  }

  @Test
  void carriesInputTaxOverInTheStyleOfThePrc() {
    bought(100, "2026-06-05");
    sold("V19", 50, "2026-07-05");
    JsonNode june = make("tax/returns", JUNE.formatted(",'style':'prc'"));
    assertThat(june.get("payable").decimalValue()).isEqualByComparingTo("0");
    assertThat(june.get("carriedOut").decimalValue()).isEqualByComparingTo("19");
    JsonNode july = make("tax/returns", JULY.formatted(",'style':'prc'"));
    assertThat(july.get("carriedIn").decimalValue()).isEqualByComparingTo("19");
    assertThat(july.get("carriedOut").decimalValue()).isEqualByComparingTo("9.5");
  }

  private JsonNode sold(String code, int price, String day) {
    return make(
        "sales/invoices",
        ("{'customer':'C','occurredAt':'%sT12:00:00Z','lines':["
                + "{'item':'FIT','quantity':1,'unitPrice':%d,'taxCode':'%s'}]}")
            .formatted(day, price, code));
  }

  private void bought(int amount, String day) {
    String at = ",'occurredAt':'%sT12:00:00Z'".formatted(day);
    String ordered = "{'supplier':'C','lines':[{'item':'BELL','quantity':1,'unitPrice':%d}]%s}";
    String number =
        make("purchasing/orders", ordered.formatted(amount, at)).get("number").asString();
    String order = base + "purchasing/orders/" + number;
    core.send(
            "POST",
            order + "/receipts",
            ("{" + at.substring(1) + "}").replace('\'', '"'),
            Map.of("If-Match", "\"1\""))
        .expecting(201);
    String bill =
        "{'lines':[{'line':1,'quantity':1,'unitPrice':%d,'taxCode':'V19'}]%s}"
            .formatted(amount, at);
    core.send("POST", order + "/invoices", bill.replace('\'', '"'), Map.of("If-Match", "\"2\""))
        .expecting(201);
  }

  private HttpAnswer post(String path, String json) {
    return core.post(base + path, json.replace('\'', '"'));
  }

  private JsonNode make(String path, String json) {
    return post(path, json).expecting(201).json();
  }
}
