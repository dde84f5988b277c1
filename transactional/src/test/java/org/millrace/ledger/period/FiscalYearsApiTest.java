package org.millrace.ledger.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import tools.jackson.databind.JsonNode;

/** Fiscal years that begin in April: what was earned in them, closing and opening again. */
class FiscalYearsApiTest {
  private final TestingCore core = TestingCore.running();
  private String base;
  private String years;

  @BeforeEach
  void booksOfTwoYears() {
    base = "/api/companies/" + core.newCompany("EUR", "false").value();
    years = base + "/ledger/fiscal-years";
    change("{'earliestBusinessDate':'2020-01-01','fiscalYearStartMonth':4}").expecting(200);
    sale("2024-03-31", 100);
    sale("2024-04-01", 30);
    sale("2025-03-31", 7);
    entry("2025-04-01", "'account':'6000','debit':20", "'account':'1000','credit':20");
  }

  @Test
  void resultsAreThoseOfTheirYears() {
    assertThat(row("2023-04")).isEqualTo("2023/24 2024-03 open 100 0");
    assertThat(row("2024-04")).isEqualTo("2024/25 2025-03 open 37 100");
    assertThat(row("2025-04")).isEqualTo("2025/26 2026-03 open -20 137");
  }

  @Test
  void whenYearsBeginAnotherTimeTheSameEntriesAreOfOthers() {
    change("{'earliestBusinessDate':'2020-01-01','fiscalYearStartMonth':1}").expecting(200);

    assertThat(row("2024-01")).isEqualTo("2024 2024-12 open 130 0");
    assertThat(row("2025-01")).isEqualTo("2025 2025-12 open -13 130");
    assertThat(core.get(years + "/2023-04").expecting(404).body())
        .contains("its years begin with month 1");
  }

  @Test
  void aYearIsClosedWithAllBeforeAndOpenedAgainFromTheLast() {
    JsonNode closed = post(years + "/2024-04/close", "{'waiver':'Moved in'}").expecting(200).json();
    assertThat(closed.get("status").asString()).isEqualTo("closed");
    assertThat(row("2023-04")).contains("closed");
    assertThat(entry("2025-03-31", "'account':'6000','debit':1", "'account':'1000','credit':1"))
        .matches(answer -> answer.status() >= 400, "a closed year takes no entry");
    assertThat(post(years + "/2023-04/reopen", "{'reason':'Late'}").expecting(409).body())
        .contains("only the last closed month can, which is 2025-03");
    JsonNode opened = post(years + "/2024-04/reopen", "{'reason':'Late'}").expecting(200).json();
    assertThat(opened.get("status").asString()).isEqualTo("open");
    assertThat(opened.get("months").get(0).get("status").asString()).isEqualTo("open");
    assertThat(opened.get("months").get(11).get("status").asString()).isEqualTo("closed");
  }

  @Test
  void theRunningYearCannotBeClosed() {
    String running = core.get(years).json().get("rows").get(0).get("firstMonth").asString();
    assertThat(post(years + "/" + running + "/close", "{}").expecting(409).body())
        .contains("is not over yet");
  }

  @Test
  void yearsBeginInAMonth() {
    assertThat(change("{'fiscalYearStartMonth':13}").expecting(422).body())
        .contains("fiscalYearStartMonth", "13", "a month from 1 for January");
  }

  private HttpAnswer change(String json) {
    String version = core.get(base).header("ETag").orElseThrow();
    return core.send("PUT", base, json.replace('\'', '"'), Map.of("If-Match", version));
  }

  private void sale(String day, int amount) {
    entry(day, "'account':'1000','debit':" + amount, "'account':'4000','credit':" + amount)
        .expecting(201);
  }

  private HttpAnswer entry(String day, String debit, String credit) {
    return post(
        base + "/ledger/entries",
        "{'occurredAt':'%sT10:00:00Z','text':'Some','lines':[{%s},{%s}]}"
            .formatted(day, debit, credit));
  }

  private String row(String first) {
    JsonNode year = core.get(years + "/" + first).expecting(200).json();
    return "%s %s %s %s %s"
        .formatted(
            year.get("name").asString(),
            year.get("lastMonth").asString(),
            year.get("status").asString(),
            year.at("/result").decimalValue().stripTrailingZeros().toPlainString(),
            year.at("/earlierResults").decimalValue().stripTrailingZeros().toPlainString());
  }

  private HttpAnswer post(String path, String json) {
    return core.post(path, json.replace('\'', '"'));
  }
}
