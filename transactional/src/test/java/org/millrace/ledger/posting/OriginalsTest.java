package org.millrace.ledger.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.ledger.StandardAccounts.CASH;
import static org.millrace.ledger.StandardAccounts.EXCHANGE_GAINS;
import static org.millrace.ledger.StandardAccounts.OUTPUT_TAX;
import static org.millrace.ledger.StandardAccounts.RECEIVABLE;
import static org.millrace.ledger.StandardAccounts.REVENUE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.NewEntry;
import org.millrace.shared.DocumentRef;
import org.millrace.shared.Money;

class OriginalsTest {
  private static final Currency USD = Currency.getInstance("USD");
  private static final NewEntry EMPTY =
      NewEntry.of("r", Instant.EPOCH, new DocumentRef("sales", "invoice", "1"), "Invoice");

  private static Money euros(String amount) {
    return Money.of(amount, "EUR");
  }

  private static List<String> originals(NewEntry entry) {
    return entry.lines().stream()
        .map(line -> line.original().map(Money::toString).orElse("none"))
        .toList();
  }

  @Test
  void givesTheTaxWhatGrossAndNetLeave() {
    NewEntry entry =
        EMPTY
            .debit(RECEIVABLE, euros("109.48"))
            .credit(REVENUE, euros("92.00"))
            .credit(OUTPUT_TAX, euros("17.48"));
    Map<AccountCode, BigDecimal> told =
        Map.of(RECEIVABLE, new BigDecimal("119"), REVENUE, new BigDecimal("-100"));
    assertThat(originals(Originals.in(USD, told).beside(entry)))
        .containsExactly("USD 119.00", "USD -100.00", "USD -19.00");
  }

  @Test
  void sharesWhatSeveralLinesOfAnAccountAreWithoutARest() {
    NewEntry entry =
        EMPTY
            .debit(CASH, euros("90.00"))
            .credit(RECEIVABLE, euros("60.00"))
            .credit(RECEIVABLE, euros("30.00"));
    Map<AccountCode, BigDecimal> told =
        Map.of(CASH, new BigDecimal("100"), RECEIVABLE, new BigDecimal("-100"));
    assertThat(originals(Originals.in(USD, told).beside(entry)))
        .containsExactly("USD 100.00", "USD -66.67", "USD -33.33");
  }

  @Test
  void leavesDifferencesOfExchangeInTheCurrencyOfTheCompany() {
    NewEntry entry =
        EMPTY
            .debit(CASH, euros("93.00"))
            .credit(RECEIVABLE, euros("92.00"))
            .credit(EXCHANGE_GAINS, euros("1.00"));
    Map<AccountCode, BigDecimal> told =
        Map.of(CASH, new BigDecimal("100"), RECEIVABLE, new BigDecimal("-100"));
    assertThat(originals(Originals.in(USD, told).beside(entry)))
        .containsExactly("USD 100.00", "USD -100.00", "none");
  }
}
