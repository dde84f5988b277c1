package org.millrace.analytics.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.millrace.analytics.statements.MiniLedger.DECEMBER;
import static org.millrace.analytics.statements.MiniLedger.JANUARY;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TrialBalanceTest {

  private final TrialBalance balance = TrialBalance.upTo(JANUARY, MiniLedger.postings());

  @Test
  void closesTheMiniLedgerAtTheWorkedBalances() {
    assertThat(balance.month(JANUARY))
        .extracting(row -> row.account().code() + " " + row.closing().toPlainString())
        .containsExactly(
            "1000 94900",
            "1100 15000",
            "1200 10000",
            "1500 24000",
            "1590 -1000",
            "2000 -12000",
            "2500 -10000",
            "3000 -100000",
            "4000 -50000",
            "5000 20000",
            "6100 8000",
            "6200 1000",
            "7000 100");
  }

  @Test
  void bothSidesOfTheMiniLedgerAreOneHundredAndSeventyThree() {
    BigDecimal debits = BigDecimal.ZERO;
    BigDecimal credits = BigDecimal.ZERO;
    for (TrialBalance.Row row : balance.month(JANUARY)) {
      debits = debits.add(row.closing().max(BigDecimal.ZERO));
      credits = credits.subtract(row.closing().min(BigDecimal.ZERO));
    }
    assertThat(debits).isEqualByComparingTo("173000").isEqualByComparingTo(credits);
  }

  @Test
  void opensWithTheClosingOfTheMonthBefore() {
    assertThat(balance.month(DECEMBER)).hasSize(2);
    assertThat(balance.month(JANUARY).get(0).opening()).isEqualByComparingTo("100000");
  }

  @Test
  void carriesBalancesThroughAMonthWithoutPostings() {
    YearMonth march = YearMonth.of(2026, 3);
    TrialBalance later = TrialBalance.upTo(march, MiniLedger.postings());

    assertThat(later.month(march)).hasSize(13).allMatch(row -> row.debit().signum() == 0);
    assertThat(later.month(march).get(0).closing()).isEqualByComparingTo("94900");
  }

  @Test
  void leavesOutPostingsAfterTheLastMonth() {
    assertThat(TrialBalance.upTo(DECEMBER, MiniLedger.postings()).rows())
        .isEqualTo(balance.month(DECEMBER));
  }

  @Test
  void refusesAMonthThatDoesNotBalance() {
    List<Posting> incomplete = new ArrayList<>(MiniLedger.postings());
    incomplete.remove(0);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrialBalance.upTo(JANUARY, incomplete))
        .withMessageContaining("2025-12 does not balance: debits 0, credits 100000");
  }

  @Test
  void isEmptyWithoutPostings() {
    assertThat(TrialBalance.upTo(JANUARY, List.of()).rows()).isEmpty();
  }

  @Property(tries = 100)
  void closingsAddUpToZeroInAnyOrderOfLines(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 99_999) Integer> cents,
      @ForAll Random random) {
    Account[] accounts = {MiniLedger.CASH, MiniLedger.SALES, MiniLedger.COST, MiniLedger.PAYABLE};
    List<Posting> postings = new ArrayList<>();
    for (int amount : cents) {
      YearMonth month = DECEMBER.plusMonths(random.nextInt(5));
      int debited = random.nextInt(accounts.length);
      Account credited = accounts[(debited + 1) % accounts.length];
      postings.addAll(
          MiniLedger.entry(month, accounts[debited], credited, BigDecimal.valueOf(amount, 2)));
    }
    List<Posting> shuffled = new ArrayList<>(postings);
    Collections.shuffle(shuffled, random);
    YearMonth last = DECEMBER.plusMonths(5);

    TrialBalance drawn = TrialBalance.upTo(last, shuffled);

    assertThat(drawn.rows()).isEqualTo(TrialBalance.upTo(last, postings).rows());
    assertThat(
            drawn.month(last).stream()
                .map(TrialBalance.Row::closing)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo("0");
  }
}
