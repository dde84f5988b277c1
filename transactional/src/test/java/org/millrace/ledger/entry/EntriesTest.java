package org.millrace.ledger.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.shared.CompanyCode;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

class EntriesTest {
  private static final String ENTRY =
      """
      {"text": "Rent", "occurredAt": "2026-03-05T10:00:00Z", "lines": [
        {"account": "6000", "debit": 700}, {"account": "1000", "credit": 700}]}
      """;

  private final TestingCore core = TestingCore.running();
  private final CompanyCode company = core.newCompany();
  private final String ledger = "/api/companies/" + company + "/ledger";

  @Test
  void numbersEntriesWithoutGapsEvenAfterARefusal() {
    assertThat(core.post(ledger + "/entries", ENTRY).json().get("number").asLong()).isEqualTo(1);
    core.post(ledger + "/entries", ENTRY.replace("\"1000\"", "\"9999\"")).expecting(422);
    assertThat(core.post(ledger + "/entries", ENTRY).json().get("number").asLong()).isEqualTo(2);
  }

  @Test
  void postsAnEntryOfMoreLinesThanAreCopiedAtOnce() {
    String debits = "{\"account\": \"6000\", \"debit\": 1},".repeat(5_999);
    String entry =
        """
        {"text": "Opening", "lines": [%s {"account": "1000", "credit": 5999}]}
        """
            .formatted(debits);
    assertThat(core.post(ledger + "/entries", entry).expecting(201).json().get("lines"))
        .hasSize(6_000);
  }

  @Test
  void reversesAnEntryNextToTheOriginalAndOnlyOnce() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    JsonNode reversal = core.post(ledger + "/entries/1/reverse", "{}").expecting(201).json();
    assertThat(reversal.get("reverses").asLong()).isEqualTo(1);
    assertThat(reversal.get("lines").get(0).get("credit").decimalValue())
        .isEqualByComparingTo("700");
    JsonNode original = core.get(ledger + "/entries/1").json();
    assertThat(original.get("reversedBy").asLong()).isEqualTo(2);
    HttpAnswer again = core.post(ledger + "/entries/1/reverse", "{}");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.json().get("detail").asString()).contains("reversed already, by entry 2");
  }

  @Test
  void listsEntriesByTypedFiltersWithTheStepsOfEach() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    core.post(ledger + "/entries", ENTRY.replace("2026-03", "2026-01").replace("700", "25"))
        .expecting(201);
    core.post(ledger + "/entries/1/reverse", "{}").expecting(201);
    assertThat(numbers("")).containsExactly(3L, 2L, 1L);
    assertThat(numbers("?postingDate.to=2026-02-28")).containsExactly(2L);
    assertThat(numbers("?rule=manual&sort=number")).containsExactly(1L, 2L);
    assertThat(numbers("?reverses=1")).containsExactly(3L);
    assertThat(numbers("?search=reversal&number.from=2")).containsExactly(3L);
    assertThat(core.get(ledger + "/entries?colour=red").expecting(422).body())
        .contains("postingDate", "reversedBy");
    JsonNode steps = core.get(ledger + "/entries/1").json().get("steps");
    assertThat(steps.at("/0/act").asString()).isEqualTo("reverse");
    assertThat(steps.at("/0/reason").asString()).contains("reversed already, by entry 3");
    assertThat(core.get(ledger + "/entries/2").json().at("/steps/0/allowed").asBoolean()).isTrue();
    assertThat(core.get(ledger + "/entries/2/history").json().at("/0/event").asString())
        .isEqualTo("ledger.journal-entry-posted");
    core.get(ledger + "/entries/4").expecting(404);
    core.get(ledger + "/entries/one").expecting(404);
    assertThat(core.get("/api/companies/" + company + "/exports/journal").expecting(200).body())
        .startsWith("number,posting_date,currency,rule,text,document_domain")
        .contains("lines.account_name", "2,2026-01-05,GBP,manual,Rent,ledger,entry,2,");
  }

  private List<Long> numbers(String query) {
    return core
        .get(ledger + "/entries" + query)
        .expecting(200)
        .json()
        .get("rows")
        .findValues("number")
        .stream()
        .filter(JsonNode::isNumber)
        .map(JsonNode::asLong)
        .toList();
  }

  @Test
  void refusesByHandWhatDocumentsTell() {
    for (String account : List.of("1100", "1200", "1250", "2000", "2100")) {
      HttpAnswer answer = core.post(ledger + "/entries", ENTRY.replace("6000", account));
      assertThat(answer.status()).as(account).isEqualTo(422);
      assertThat(answer.json().at("/problems/0/field").asString()).isEqualTo("lines." + account);
      assertThat(answer.json().at("/problems/0/expected").asString())
          .contains("post a document, or correct one");
    }
    core.post(ledger + "/entries", ENTRY).expecting(201);
  }

  @Test
  void reversesNoEntryOfADocument() {
    String base = "/api/companies/" + company;
    core.post(
            base + "/parties",
            "{\"code\": \"C\", \"name\": \"C\", \"roles\": [\"customer\"], \"country\": \"X\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"HOUR\", \"name\": \"Hour\", \"kind\": \"service\"}")
        .expecting(201);
    core.post(
            base + "/sales/invoices",
            "{\"customer\": \"C\", \"lines\":"
                + " [{\"item\": \"HOUR\", \"quantity\": 1, \"unitPrice\": 500}]}")
        .expecting(201);
    HttpAnswer answer = core.post(ledger + "/entries/1/reverse", "{}");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asString())
        .contains("posted for invoice IN-000001", "credit the invoice");
  }

  @Test
  void refusesPostingIntoAClosedMonth() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    core.post(ledger + "/periods/2026-03/close", "").expecting(200);
    HttpAnswer late = core.post(ledger + "/entries", ENTRY);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.json().get("detail").asString())
        .contains("'Rent' is dated 2026-03-05, but 2026-03 of " + company + " is closed");
    assertThat(core.post(ledger + "/periods/2026-03/close", "").status()).isEqualTo(409);
  }

  @Test
  void closesAllBeforeTheMonthAndForThatWhichHasNoValueAsWell() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    core.post(ledger + "/entries", ENTRY.replace("2026-03", "2026-01")).expecting(201);
    core.post(ledger + "/periods/2026-03/close", "").expecting(200);
    assertThat(core.get(ledger + "/periods").json().toString())
        .contains("2026-01", "2026-02", "2026-03");
    for (String month : List.of("1999-11", "2026-01", "2026-02", "2026-03")) {
      assertThat(core.post(ledger + "/entries", ENTRY.replace("2026-03", month)).status())
          .isEqualTo(409);
    }
    assertThat(core.post(ledger + "/periods/2026-02/close", "").json().get("detail").asString())
        .contains("closed already, as all months up to 2026-03 are");
    String base = "/api/companies/" + company;
    core.post(
            base + "/parties",
            "{\"code\": \"C\", \"name\": \"C\", \"roles\": [\"customer\"], \"country\": \"X\"}")
        .expecting(201);
    core.post(base + "/items", "{\"code\": \"GIFT\", \"name\": \"Gift\"}").expecting(201);
    String free =
        "{%s \"occurredAt\": \"2026-03-20T00:00:00Z\","
            + " \"lines\": [{\"item\": \"GIFT\", \"quantity\": 1 %s}]}";
    HttpAnswer goods =
        core.post(base + "/stock/movements", free.formatted("", ", \"unitCost\": 0"));
    assertThat(goods.status()).as("goods of no value").isEqualTo(409);
    assertThat(goods.json().get("detail").asString()).contains("from 2026-04 on");
    core.post(
            base + "/stock/movements",
            free.formatted("", ", \"unitCost\": 0").replace("2026-03", "2026-04"))
        .expecting(201);
    HttpAnswer invoice =
        core.post(
            base + "/sales/invoices", free.formatted("\"customer\": \"C\",", ", \"unitPrice\": 0"));
    assertThat(invoice.status()).as("a free invoice").isEqualTo(409);
  }

  @Test
  void reopensTheLastClosedMonthAloneForAReason() {
    core.post(ledger + "/entries", ENTRY.replace("2026-03", "2026-02")).expecting(201);
    core.post(ledger + "/periods/2026-03/close", "").expecting(200);
    String why = "{\"reason\": \"A bill came late\"}";
    HttpAnswer tooEarly = core.post(ledger + "/periods/2026-02/reopen", why);
    assertThat(tooEarly.status()).isEqualTo(409);
    assertThat(tooEarly.json().get("detail").asString())
        .contains("only the last closed month can, which is 2026-03");
    assertThat(core.post(ledger + "/periods/2026-03/reopen", "{\"reason\": \" \"}").status())
        .isEqualTo(422);
    core.post(ledger + "/periods/2026-03/reopen", why).expecting(200);
    core.post(ledger + "/entries", ENTRY).expecting(201);
    assertThat(core.post(ledger + "/entries", ENTRY.replace("2026-03", "2026-02")).status())
        .isEqualTo(409);
    core.post(ledger + "/periods/2026-03/close", "").expecting(200);
    core.post(ledger + "/periods/2026-03/reopen", why).expecting(200);
    core.post(ledger + "/periods/2026-02/reopen", why).expecting(200);
    core.post(ledger + "/entries", ENTRY.replace("2026-03", "2026-02")).expecting(201);
  }

  @Test
  void listsTheMonthsWithWhatCanBeDone() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    core.post(ledger + "/periods/2026-04/close", "").expecting(200);
    JsonNode months = core.get(ledger + "/periods").expecting(200).json();
    JsonNode first = months.get(months.size() - 1);
    assertThat(first.get("month").asString()).isEqualTo("2026-03");
    assertThat(first.get("status").asString()).isEqualTo("closed");
    JsonNode last = core.get(ledger + "/periods/2026-04").expecting(200).json();
    assertThat(last.get("closedBy").asString()).isEqualTo("admin");
    assertThat(last.at("/steps/1/allowed").asBoolean()).isTrue();
    assertThat(months.get(0).get("status").asString()).isEqualTo("open");
    assertThat(months.get(0).at("/steps/0/reason").asString()).contains("is not over yet");
    assertThat(core.get(ledger + "/periods/2026-02").status()).isEqualTo(404);
    assertThat(core.get(ledger + "/periods/lately").status()).isEqualTo(422);
  }

  @Test
  void postsAndReversesOnTheDayThatIsNamed() {
    String dated = ENTRY.replace("\"occurredAt\": \"2026-03-05T10:00:00Z\"", "%s");
    JsonNode entry =
        core.post(ledger + "/entries", dated.formatted("\"date\": \"2026-03-05\""))
            .expecting(201)
            .json();
    assertThat(entry.get("postingDate").asString()).isEqualTo("2026-03-05");
    String both = "\"date\": \"2026-03-05\", \"occurredAt\": \"2026-03-05T10:00:00Z\"";
    core.post(ledger + "/entries", dated.formatted(both)).expecting(422);
    core.post(ledger + "/entries", dated.formatted("\"date\": \"2999-01-01\"")).expecting(422);
    JsonNode reversal =
        core.post(ledger + "/entries/1/reverse", "{\"date\": \"2026-04-02\"}")
            .expecting(201)
            .json();
    assertThat(reversal.get("postingDate").asString()).isEqualTo("2026-04-02");
  }

  @Test
  void closesNoMonthThatIsNotOver() {
    HttpAnswer answer = core.post(ledger + "/periods/2999-01/close", "");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().get("detail").asString()).contains("is not over yet");
  }

  @Test
  void theDatabaseItselfRefusesAnUnbalancedEntry() {
    assertThatThrownBy(
            () ->
                core.jdbc()
                    .sql(
                        """
                        with e as (insert into ledger.entry(company, number, posting_date, currency,
                            rule, text, document_domain, document_type, document_number, actor)
                          values (?, 99, '2026-01-01', 'GBP', 'manual', 'x', 'a', 'b', 'c', 'd')
                          returning company, number)
                        insert into ledger.line
                        select company, number, 1, '1000', 5, 0 from e
                        """)
                    .param(company.value())
                    .update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("is not balanced: debit 5.00, credit 0.00");
  }

  @Test
  void theDatabaseItselfRefusesToChangeAnEntry() {
    core.post(ledger + "/entries", ENTRY).expecting(201);
    assertThatThrownBy(() -> core.jdbc().sql("update ledger.line set debit = debit + 1").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("post a reversal instead");
    assertThatThrownBy(() -> core.jdbc().sql("delete from ledger.entry").update())
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("never changed");
  }

  @Test
  void onlyFinancePostsByHand() {
    assertThat(core.as("sales").post(ledger + "/entries", ENTRY).status()).isEqualTo(403);
    core.as("finance").post(ledger + "/entries", ENTRY).expecting(201);
  }
}
