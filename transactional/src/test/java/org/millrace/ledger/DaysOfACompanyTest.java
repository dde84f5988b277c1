package org.millrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;

/** The day of a document is the day of the company's time zone, at every door. */
class DaysOfACompanyTest {
  /** The first of March in Beijing, still February in Greenwich. */
  private static final String EARLY = "\"occurredAt\": \"2026-03-01T07:00:00+08:00\"";

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany("CNY", "true");
  private final String base = "/api/companies/" + company;

  @BeforeEach
  void settle() {
    String party =
        "{\"code\": \"%s\", \"name\": \"%1$s\", \"roles\": [\"%s\"], \"country\": \"X\"}";
    core.post(base + "/parties", party.formatted("C", "customer")).expecting(201);
    core.post(base + "/parties", party.formatted("S", "supplier")).expecting(201);
    core.post(base + "/items", "{\"code\": \"TEA\", \"name\": \"Tea\"}").expecting(201);
    change("{\"timeZone\": \"Asia/Shanghai\"}", 1).expecting(200);
  }

  private HttpAnswer change(String json, int version) {
    return core.send("PUT", base, json, Map.of("If-Match", "\"" + version + "\""));
  }

  private HttpAnswer sale(String when) {
    return core.post(
        base + "/sales/invoices",
        ("{\"customer\": \"C\", %s,"
                + " \"lines\": [{\"item\": \"TEA\", \"quantity\": 1, \"unitPrice\": 9}]}")
            .formatted(when));
  }

  @Test
  void datesEveryDocumentByTheTimeZoneOfTheCompany() {
    assertThat(sale(EARLY).expecting(201).json().get("invoiceDate").asString())
        .isEqualTo("2026-03-01");
    assertThat(core.get(base + "/ledger/entries/1").json().get("postingDate").asString())
        .isEqualTo("2026-03-01");
    String line = ", \"lines\": [{\"item\": \"TEA\", \"quantity\": 2, \"unitPrice\": 5}]}";
    String bought =
        core.post(base + "/purchasing/orders", "{\"supplier\": \"S\", " + EARLY + line)
            .expecting(201)
            .json()
            .get("number")
            .asString();
    assertThat(core.get(base + "/purchasing/orders/" + bought).json().toString())
        .contains("\"orderDate\":\"2026-03-01\"");
    assertThat(
            core.post(
                    base + "/purchasing/orders/" + bought + "/receipts",
                    "{" + EARLY + "}",
                    Map.of("If-Match", "\"1\""))
                .expecting(201)
                .body())
        .contains("\"2026-03-01\"")
        .doesNotContain("2026-02-28\"");
    String sold =
        core.post(base + "/sales/orders", "{\"customer\": \"C\", " + EARLY + line)
            .expecting(201)
            .body();
    assertThat(sold).contains("\"orderDate\":\"2026-03-01\"");
    assertThat(
            core.jdbc()
                .sql(
                    """
                    select distinct payload::json ->> 'date' from outbox.event
                    where company = ? and type = 'stock.goods-moved'
                    """)
                .param(company.value())
                .query(String.class)
                .list())
        .containsExactly("2026-03-01");
  }

  @Test
  void theReversalOfAnEntryFallsOnItsDay() {
    core.post(
            base + "/ledger/entries",
            "{\"text\": \"Rent\", %s, \"lines\": [{\"account\": \"6000\", \"debit\": 7},"
                    .formatted(EARLY)
                + " {\"account\": \"1000\", \"credit\": 7}]}")
        .expecting(201);
    core.post(base + "/ledger/entries/1/reverse", "{}").expecting(201);
    assertThat(core.get(base + "/ledger/entries/2").json().get("postingDate").asString())
        .isEqualTo("2026-03-01");
  }

  @Test
  void keepsTheDaysOfBeforeWhenTheZoneChanges() {
    assertThat(sale(EARLY).expecting(201).json().get("invoiceDate").asString())
        .isEqualTo("2026-03-01");
    change("{\"timeZone\": \"UTC\"}", 2).expecting(200);
    assertThat(sale(EARLY).expecting(201).json().get("invoiceDate").asString())
        .isEqualTo("2026-02-28");
    assertThat(core.get(base + "/sales/invoices/IN-000001").json().toString())
        .contains("\"invoiceDate\":\"2026-03-01\"");
  }

  @Test
  void refusesWhatIsDatedBeforeTheCompanyBegan() {
    change("{\"earliestBusinessDate\": \"2026-03-01\"}", 2).expecting(200);
    sale(EARLY).expecting(201);
    HttpAnswer before = sale("\"occurredAt\": \"2026-03-01T07:00:00+09:00\"");
    assertThat(before.status()).isEqualTo(201);
    HttpAnswer wrong = sale("\"occurredAt\": \"2016-03-01T07:00:00Z\"");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/problems/0/expected").asString())
        .isEqualTo("a day from 2026-03-01 on");
  }

  @Test
  void onlyAnAdminSetsAKnownTimeZoneOfTheNewestVersion() {
    assertThat(
            change("{\"timeZone\": \"Mars/Olympus\"}", 2)
                .json()
                .at("/problems/0/expected")
                .asString())
        .startsWith("an IANA time zone");
    assertThat(change("{\"name\": \"Tea house\"}", 1).status()).isEqualTo(412);
    assertThat(
            core.as("finance")
                .send("PUT", base, "{\"timeZone\": \"UTC\"}", Map.of("If-Match", "\"2\""))
                .status())
        .isEqualTo(403);
    HttpAnswer now = change("{\"name\": \"Tea house\"}", 2).expecting(200);
    assertThat(now.json().get("timeZone").asString()).isEqualTo("Asia/Shanghai");
    assertThat(core.get(base).header("ETag")).contains("\"3\"");
  }
}
