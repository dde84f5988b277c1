package org.millrace.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;
import org.millrace.database.Transactions;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;
import tools.jackson.databind.JsonNode;

/** The worked example of a small firm's January: trial balance 173,000 = 173,000. */
class GoldenLedgerTest {
  private record Posting(String debit, String credit, String amount) {}

  private static final List<Posting> JANUARY =
      List.of(
          new Posting("1000", "3000", "100000"),
          new Posting("1500", "1000", "24000"),
          new Posting("1200", "2000", "30000"),
          new Posting("1100", "4000", "50000"),
          new Posting("5000", "1200", "20000"),
          new Posting("1000", "1100", "35000"),
          new Posting("2000", "1000", "18000"),
          new Posting("6100", "1000", "8000"),
          new Posting("6200", "1590", "1000"),
          new Posting("1000", "2500", "10000"),
          new Posting("7000", "1000", "100"));

  private final TestingCore core = TestingCore.running();

  @Test
  void closesJanuaryAt173000OnBothSides() {
    CompanyCode company = core.newCompany();
    String ledger = "/api/companies/" + company + "/ledger";
    JANUARY.forEach(posting -> post(company, posting, "2026-01-15T12:00:00Z"));
    JsonNode balance = core.get(ledger + "/trial-balance?month=2026-01").expecting(200).json();
    assertThat(balance.get("debitBalances").decimalValue()).isEqualByComparingTo("173000");
    assertThat(balance.get("creditBalances").decimalValue()).isEqualByComparingTo("173000");
    assertThat(closing(balance, "1000")).isEqualByComparingTo("94900");
    assertThat(closing(balance, "1100")).isEqualByComparingTo("15000");
    assertThat(closing(balance, "1200")).isEqualByComparingTo("10000");
    assertThat(closing(balance, "2000")).isEqualByComparingTo("-12000");
    assertThat(closing(balance, "2500")).isEqualByComparingTo("-10000");
    assertThat(closing(balance, "1500").add(closing(balance, "1590")))
        .isEqualByComparingTo("23000");
  }

  @Test
  void carriesJanuaryIntoFebruaryAsOpening() {
    CompanyCode company = core.newCompany();
    String ledger = "/api/companies/" + company + "/ledger";
    post(company, JANUARY.get(0), "2026-01-15T12:00:00Z");
    post(company, JANUARY.get(1), "2026-02-15T12:00:00Z");
    JsonNode cash = row(core.get(ledger + "/trial-balance?month=2026-02").json(), "1000");
    assertThat(cash.get("opening").decimalValue()).isEqualByComparingTo("100000");
    assertThat(cash.get("credit").decimalValue()).isEqualByComparingTo("24000");
    assertThat(cash.get("closing").decimalValue()).isEqualByComparingTo("76000");
  }

  @Test
  void refusesAnEntryThatDoesNotBalance() {
    String ledger = "/api/companies/" + core.newCompany() + "/ledger";
    HttpAnswer answer =
        core.post(
            ledger + "/entries",
            """
            {"text": "Wages", "lines": [{"account": "6100", "debit": 100},
              {"account": "1000", "credit": 99.99}]}
            """);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("detail").asString())
        .contains("GBP 100")
        .contains("debit equal to credit GBP 99.99");
  }

  /** As documents do, for which alone control accounts are open. */
  private void post(CompanyCode company, Posting posting, String occurredAt) {
    Money amount = Money.of(posting.amount(), "GBP");
    NewEntry entry =
        NewEntry.of(
                "golden",
                Instant.parse(occurredAt),
                new DocumentRef("ledger", "entry", "GOLDEN"),
                "Golden")
            .debit(new AccountCode(posting.debit()), amount)
            .credit(new AccountCode(posting.credit()), amount);
    core.bean(Transactions.class)
        .inOne(() -> core.bean(Ledger.class).post(company, List.of(entry)));
  }

  private static JsonNode row(JsonNode balance, String account) {
    for (JsonNode row : balance.get("rows")) {
      if (row.get("account").asString().equals(account)) {
        return row;
      }
    }
    throw new AssertionError("No account " + account + " in " + balance);
  }

  private static BigDecimal closing(JsonNode balance, String account) {
    return row(balance, account).get("closing").decimalValue();
  }
}
