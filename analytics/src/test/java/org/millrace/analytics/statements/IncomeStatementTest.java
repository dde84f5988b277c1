package org.millrace.analytics.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millrace.analytics.statements.MiniLedger.DECEMBER;
import static org.millrace.analytics.statements.MiniLedger.JANUARY;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeStatementTest {

  @ParameterizedTest
  @CsvSource({
    "REVENUE, 50000",
    "RETURNS, 0",
    "NET_REVENUE, 50000",
    "COST_OF_GOODS_SOLD, -20000",
    "GROSS_PROFIT, 30000",
    "WAGES, -8000",
    "DEPRECIATION, -1000",
    "EBIT, 21000",
    "INTEREST, -100",
    "EBT, 20900",
    "TAX, 0",
    "NET_INCOME, 20900",
  })
  void drawsUpTheMiniLedgerAsWorked(IncomeLine line, String amount) {
    IncomeStatement statement =
        IncomeStatement.of(TrialBalance.upTo(JANUARY, MiniLedger.postings()), 1);

    assertThat(statement.amount(JANUARY, line)).isEqualByComparingTo(amount);
  }

  @Test
  void showsReturnsAsADeductionFromRevenue() {
    List<Posting> postings = new ArrayList<>(MiniLedger.postings());
    postings.addAll(
        MiniLedger.entry(
            JANUARY, MiniLedger.RETURNS, MiniLedger.RECEIVABLE, new BigDecimal("1500")));

    IncomeStatement statement = IncomeStatement.of(TrialBalance.upTo(JANUARY, postings), 1);

    assertThat(statement.amount(JANUARY, IncomeLine.RETURNS)).isEqualByComparingTo("-1500");
    assertThat(statement.amount(JANUARY, IncomeLine.NET_REVENUE)).isEqualByComparingTo("48500");
  }

  @Test
  void showsWhatWasFoundOrBilledOtherwiseBelowTheGrossProfit() {
    List<Posting> postings = new ArrayList<>(MiniLedger.postings());
    Account adjustments = new Account("5100", "Inventory adjustments", AccountType.EXPENSE);
    Account variance = new Account("5200", "Purchase price variance", AccountType.EXPENSE);
    postings.addAll(MiniLedger.entry(JANUARY, adjustments, MiniLedger.CASH, new BigDecimal("455")));
    postings.addAll(MiniLedger.entry(JANUARY, variance, MiniLedger.CASH, new BigDecimal("100.8")));

    IncomeStatement statement = IncomeStatement.of(TrialBalance.upTo(JANUARY, postings), 1);

    assertThat(statement.amount(JANUARY, IncomeLine.GROSS_PROFIT)).isEqualByComparingTo("30000");
    assertThat(statement.amount(JANUARY, IncomeLine.STOCK_ADJUSTMENTS))
        .isEqualByComparingTo("-455");
    assertThat(statement.amount(JANUARY, IncomeLine.PRICE_VARIANCE)).isEqualByComparingTo("-100.8");
    assertThat(statement.amount(JANUARY, IncomeLine.EBIT)).isEqualByComparingTo("20444.2");
  }

  @Test
  void sumsFromJanuaryAndStartsAgainWithTheYear() {
    YearMonth february = JANUARY.plusMonths(1);
    List<Posting> postings = new ArrayList<>(MiniLedger.postings());
    BigDecimal hundred = new BigDecimal("100");
    postings.addAll(MiniLedger.entry(DECEMBER, MiniLedger.WAGES, MiniLedger.CASH, hundred));
    postings.addAll(MiniLedger.entry(february, MiniLedger.WAGES, MiniLedger.CASH, hundred));

    IncomeStatement statement = IncomeStatement.of(TrialBalance.upTo(february, postings), 1);

    assertThat(statement.rows())
        .filteredOn(row -> row.line() == IncomeLine.WAGES)
        .extracting(row -> row.month() + " " + row.yearToDate())
        .containsExactly("2025-12 -100", "2026-01 -8000", "2026-02 -8100");
  }

  @Test
  void sumsFromTheMonthInWhichTheFiscalYearBegins() {
    YearMonth february = JANUARY.plusMonths(1);
    List<Posting> postings = new ArrayList<>(MiniLedger.postings());
    BigDecimal hundred = new BigDecimal("100");
    postings.addAll(MiniLedger.entry(DECEMBER, MiniLedger.WAGES, MiniLedger.CASH, hundred));
    postings.addAll(MiniLedger.entry(february, MiniLedger.WAGES, MiniLedger.CASH, hundred));

    IncomeStatement statement = IncomeStatement.of(TrialBalance.upTo(february, postings), 2);

    assertThat(statement.rows())
        .filteredOn(row -> row.line() == IncomeLine.WAGES)
        .extracting(row -> row.month() + " " + row.yearToDate())
        .containsExactly("2025-12 -100", "2026-01 -8100", "2026-02 -100");
  }

  @Test
  void everyIncomeAccountReachesNetIncomeWhateverItsCode() {
    List<Posting> postings = new ArrayList<>(MiniLedger.postings());
    for (String code : List.of("4900", "5300", "6550", "7100", "8100", "X1")) {
      Account account =
          new Account(code, code, code.equals("4900") ? AccountType.REVENUE : AccountType.EXPENSE);
      postings.addAll(MiniLedger.entry(JANUARY, account, MiniLedger.CASH, BigDecimal.ONE));
    }

    IncomeStatement statement = IncomeStatement.of(TrialBalance.upTo(JANUARY, postings), 1);

    assertThat(statement.amount(JANUARY, IncomeLine.NET_INCOME)).isEqualByComparingTo("20894");
    assertThat(statement.amount(JANUARY, IncomeLine.OTHER_EXPENSES)).isEqualByComparingTo("-3");
  }

  @Test
  void refusesAnUnknownAccountType() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccountType.ofName("income"))
        .withMessage(
            "Account type 'income' is unknown; expected asset, liability, equity, revenue or"
                + " expense");
  }
}
