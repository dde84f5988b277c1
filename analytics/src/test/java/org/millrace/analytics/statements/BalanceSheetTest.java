package org.millrace.analytics.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.millrace.analytics.statements.MiniLedger.JANUARY;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BalanceSheetTest {

  @ParameterizedTest
  @CsvSource({
    "CASH, 94900",
    "RECEIVABLES, 15000",
    "INVENTORY, 10000",
    "OTHER_CURRENT_ASSETS, 0",
    "FIXED_ASSETS, 23000",
    "TOTAL_ASSETS, 142900",
    "PAYABLES, 12000",
    "LOANS, 10000",
    "TOTAL_LIABILITIES, 22000",
    "CAPITAL, 100000",
    "RETAINED_EARNINGS, 20900",
    "TOTAL_EQUITY, 120900",
    "TOTAL_LIABILITIES_AND_EQUITY, 142900",
  })
  void drawsUpTheMiniLedgerAsWorked(BalanceLine line, String amount) {
    BalanceSheet sheet = BalanceSheet.of(TrialBalance.upTo(JANUARY, MiniLedger.postings()));

    assertThat(sheet.amount(JANUARY, line)).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @CsvSource({
    "NET_INCOME, 20900",
    "DEPRECIATION, 1000",
    "RECEIVABLES, -15000",
    "INVENTORY, -10000",
    "PAYABLES, 12000",
    "OPERATING, 8900",
    "INVESTING, -24000",
    "FINANCING, 10000",
    "NET_CHANGE, -5100",
    "OPENING_CASH, 100000",
    "CLOSING_CASH, 94900",
  })
  void followsTheCashOfTheMiniLedgerAsWorked(CashFlowLine line, String amount) {
    CashFlow flow = CashFlow.of(TrialBalance.upTo(JANUARY, MiniLedger.postings()));

    assertThat(flow.amount(JANUARY, line)).isEqualByComparingTo(amount);
  }

  /** Whatever is posted, known accounts and unknown ones: both sides agree, cash follows. */
  @Property(tries = 100)
  void closesWhateverIsPosted(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 99_999) Integer> cents,
      @ForAll Random random) {
    List<Account> accounts =
        List.of(
            MiniLedger.CASH,
            MiniLedger.RECEIVABLE,
            new Account("1300", "Prepaid", AccountType.ASSET),
            MiniLedger.EQUIPMENT,
            MiniLedger.WORN,
            new Account("X", "Odd", AccountType.ASSET),
            MiniLedger.PAYABLE,
            new Account("2200", "Wages owed", AccountType.LIABILITY),
            MiniLedger.LOANS,
            MiniLedger.CAPITAL,
            new Account("3900", "Retained earnings", AccountType.EQUITY),
            MiniLedger.SALES,
            MiniLedger.WAGES);
    List<Posting> postings = new ArrayList<>();
    for (int amount : cents) {
      int debited = random.nextInt(accounts.size());
      int credited = (debited + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
      postings.addAll(
          MiniLedger.entry(
              JANUARY.plusMonths(random.nextInt(4)),
              accounts.get(debited),
              accounts.get(credited),
              BigDecimal.valueOf(amount, 2)));
    }
    TrialBalance balance = TrialBalance.upTo(JANUARY.plusMonths(3), postings);
    BalanceSheet sheet = BalanceSheet.of(balance);
    CashFlow flow = CashFlow.of(balance);
    List<YearMonth> months =
        balance.rows().stream().map(TrialBalance.Row::month).distinct().toList();
    for (YearMonth month : months) {
      assertThat(sheet.amount(month, BalanceLine.TOTAL_ASSETS))
          .isEqualByComparingTo(sheet.amount(month, BalanceLine.TOTAL_LIABILITIES_AND_EQUITY));
      assertThat(flow.amount(month, CashFlowLine.NET_CHANGE))
          .isEqualByComparingTo(
              flow.amount(month, CashFlowLine.CLOSING_CASH)
                  .subtract(flow.amount(month, CashFlowLine.OPENING_CASH)));
      assertThat(flow.amount(month, CashFlowLine.CLOSING_CASH))
          .isEqualByComparingTo(sheet.amount(month, BalanceLine.CASH));
    }
  }
}
