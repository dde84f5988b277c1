package org.millrace.settlement.ageing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.TestingFirm;
import tools.jackson.databind.JsonNode;

/** What is open by age, as of any day, with what is disputed of it. */
class AgeingApiTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final TestingCore core = TestingCore.running();
  private String base;

  @BeforeEach
  void openAShop() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    post("/parties", "{'code':'C','name':'Shop','roles':['customer'],'country':'Spain'}");
    post("/items", "{'code':'HOUR','name':'Hour','kind':'service'}");
  }

  @Test
  void putsEachItemIntoTheBucketOfItsDaysLate() {
    billed(0, 1, 1);
    billed(10, 10, 2);
    billed(11, 10, 4);
    billed(50, 10, 8);
    billed(101, 10, 16);
    assertThat(ageing("")).isEqualTo("3.00 4.00 8.00 0.00 16.00 0.00 | 0.00 0.00 31.00");
    put("/settlement/ageing-settings", "{'days':[7,91]}", 0).expecting(200);
    assertThat(ageing("")).isEqualTo("3.00 4.00 24.00 0.00 0.00 0.00 | 0.00 0.00 31.00");
    JsonNode row = core.get(base + "/settlement/ageing").json().at("/rows/0");
    assertThat(row.get("buckets").asString()).isEqualTo("1-7, 8-91, 92+");
    JsonNode one = core.get(base + "/settlement/ageing/" + row.get("key").asString()).json();
    assertThat(one.get("items")).hasSize(5);
    assertThat(one.get("items").get(0).get("daysLate").asInt()).isEqualTo(91);
    assertThat(put("/settlement/ageing-settings", "{'days':[9,9]}", 1).expecting(422).body())
        .contains("more than 9 and at most 3650");
    assertThat(core.get(base + "/settlement/ageing/C").status()).isEqualTo(404);
  }

  @Test
  void isAsItWasOnAnEarlierDay() {
    String first = billed(40, 10, 100);
    post(
        "/settlement/payments",
        "{'direction':'in','party':'C','amount':130,'date':'%s','items':[{'kind':'invoice',"
                .formatted(TODAY.minusDays(5))
            + "'number':'"
            + first
            + "'}]}");
    assertThat(ageing("")).isEqualTo("0.00 0.00 0.00 0.00 0.00 0.00 | 0.00 -30.00 -30.00");
    assertThat(ageing("asOf=" + TODAY.minusDays(6)))
        .isEqualTo("0.00 100.00 0.00 0.00 0.00 0.00 | 0.00 0.00 100.00");
    assertThat(ageing("asOf.to=" + TODAY.minusDays(35)))
        .isEqualTo("100.00 0.00 0.00 0.00 0.00 0.00 | 0.00 0.00 100.00");
    assertThat(rows("asOf=" + TODAY.minusDays(41))).isEmpty();
    assertThat(core.get(base + "/settlement/ageing?asOf=soon").expecting(422).body())
        .contains("a day such as 2026-03-31");
  }

  @Test
  void showsWhatIsDisputedApartUntilItIsClosed() {
    String invoice = billed(20, 10, 100);
    String about = "{'itemKind':'invoice','item':'" + invoice + "','reason':'Broken','amount':%s}";
    assertThat(raw("/settlement/disputes", about.formatted(101)).expecting(422).body())
        .contains("more than 0 and at most the EUR 100.00");
    String dispute = number(post("/settlement/disputes", about.formatted(40)));
    assertThat(ageing("")).isEqualTo("0.00 60.00 0.00 0.00 0.00 0.00 | 40.00 0.00 100.00");
    assertThat(
            core.get(base + "/settlement/open-items/" + invoice)
                .json()
                .get("disputedAmount")
                .asString())
        .isEqualTo("40.00");
    assertThat(raw("/settlement/disputes", about.formatted(61)).status()).isEqualTo(422);
    String more = "{'reason':'Broken','owner':'maria','amount':70}";
    put("/settlement/disputes/" + dispute, more, 1).expecting(200);
    String path = "/settlement/disputes/" + dispute;
    assertThat(act(path + "/resolve", "{'creditNote':'" + invoice + "'}", 2).expecting(422).body())
        .contains("a credit note of C for " + invoice);
    String note =
        act("/sales/invoices/" + invoice + "/credit-notes", "{}", 1)
            .expecting(201)
            .json()
            .get("number")
            .asString();
    JsonNode done =
        act(path + "/resolve", "{'creditNote':'" + note + "'}", 2).expecting(200).json();
    assertThat(done.get("status").asString()).isEqualTo("resolved");
    assertThat(ageing("")).endsWith("| 0.00 0.00 0.00");
    assertThat(act(path + "/reject", "{'answer':'No'}", 3).status()).isEqualTo(409);
  }

  /** B-03: the total of the ageing is the control account, to the cent, on any day. */
  @Test
  void addsUpToTheControlAccountsOnEveryDay() {
    String firm = TestingFirm.once().company().value();
    List<LocalDate> days =
        core.jdbc()
            .sql("select distinct posting_date from ledger.entry where company = ? order by 1")
            .param(firm)
            .query(LocalDate.class)
            .list();
    assertThat(days).hasSizeGreaterThan(5);
    for (LocalDate day : days) {
      assertThat(total(firm, "receivables", day))
          .as("%s", day)
          .isEqualByComparingTo(books(firm, "1100", day));
      assertThat(total(firm, "payables", day))
          .as("%s", day)
          .isEqualByComparingTo(books(firm, "2000", day).negate());
    }
  }

  private BigDecimal total(String firm, String side, LocalDate day) {
    JsonNode rows =
        core.get(
                "/api/companies/%s/settlement/ageing?side=%s&asOf=%s&size=500"
                    .formatted(firm, side, day))
            .expecting(200)
            .json()
            .get("rows");
    BigDecimal total = BigDecimal.ZERO;
    for (JsonNode row : rows) {
      total = total.add(row.get("total").decimalValue());
    }
    return total;
  }

  private BigDecimal books(String firm, String account, LocalDate day) {
    return core.jdbc()
        .sql(
            """
            select coalesce(sum(l.debit - l.credit), 0) from ledger.line l
            join ledger.entry e on e.company = l.company and e.number = l.entry
            where l.company = ? and l.account = ? and e.posting_date <= ?
            """)
        .params(firm, account, day)
        .query(BigDecimal.class)
        .single();
  }

  private String billed(int daysAgo, int daysToPay, int price) {
    String body =
        "{'customer':'C','occurredAt':'%sT08:00:00Z','daysToPay':%d,"
                .formatted(TODAY.minusDays(daysAgo), daysToPay)
            + "'lines':[{'item':'HOUR','quantity':1,'unitPrice':"
            + price
            + "}]}";
    return number(
        post(
            "/sales/invoices",
            daysAgo == 0 ? body.replaceFirst("'occurredAt':'[^']*',", "") : body));
  }

  private JsonNode rows(String query) {
    return core.get(base + "/settlement/ageing?" + query).expecting(200).json().get("rows");
  }

  private String ageing(String query) {
    JsonNode row = rows(query).get(0);
    return String.join(
            " ",
            List.of("notDue", "late1", "late2", "late3", "late4", "late5").stream()
                .map(name -> row.get(name).asString())
                .toList())
        + " | %s %s %s"
            .formatted(
                row.get("disputed").asString(),
                row.get("onAccount").asString(),
                row.get("total").asString());
  }

  private static String number(JsonNode document) {
    return document.has("number")
        ? document.get("number").asString()
        : document.at("/invoice/number").asString();
  }

  private JsonNode post(String path, String body) {
    return raw(path, body).expecting(201).json();
  }

  private HttpAnswer raw(String path, String body) {
    return core.post(base + path, body.replace('\'', '"'));
  }

  private HttpAnswer act(String path, String body, int version) {
    return send("POST", path, body, version);
  }

  private HttpAnswer put(String path, String body, int version) {
    return send("PUT", path, body, version);
  }

  private HttpAnswer send(String method, String path, String body, int version) {
    return core.send(
        method, base + path, body.replace('\'', '"'), Map.of("If-Match", "\"" + version + "\""));
  }
}
