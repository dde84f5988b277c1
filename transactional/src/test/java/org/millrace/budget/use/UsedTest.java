package org.millrace.budget.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.budget.Budget;
import org.millrace.budget.BudgetCode;
import org.millrace.budget.Excess;
import org.millrace.dimension.DimensionValue;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/** Which budgets a document exceeds, month by month, to date and as a whole. */
class UsedTest {
  @Test
  void whatIsSpentCommittedAndAskedForCountsTogether() {
    List<Used.Planned> budget = List.of(planned(Budget.Span.MONTH, "", 2, "100"));
    assertThat(Used.exceeded(budget, List.of(used("1", 2, 50, 30, 0), used("", 2, 0, 0, 20))))
        .isEmpty();
    Excess excess =
        Used.exceeded(budget, List.of(used("1", 2, 50, 30, 0), used("", 2, 0, 0, 21))).get(0);
    assertThat(excess.amounts().over()).isEqualTo(euro(1));
    assertThat(excess.text())
        .isEqualTo(
            "Budget B is exceeded by EUR 1.00: account 6000 has EUR 100.00 in 2026-02, EUR 50.00"
                + " are spent and EUR 30.00 ordered, and EUR 21.00 are asked for.");
  }

  @Test
  void aBudgetOfACostCentreCountsThatOneAlone() {
    List<Used.Planned> budget = List.of(planned(Budget.Span.MONTH, "1", 2, "100"));
    assertThat(Used.exceeded(budget, List.of(used("2", 2, 90, 0, 0), used("1", 2, 0, 0, 100))))
        .isEmpty();
    assertThat(Used.exceeded(budget, List.of(used("2", 2, 0, 0, 500)))).isEmpty();
    assertThat(Used.exceeded(budget, List.of(used("1", 2, 1, 0, 0), used("1", 2, 0, 0, 100))))
        .hasSize(1);
  }

  @Test
  void whatEarlierMonthsLeftCountsToDate() {
    List<Used.Planned> budget =
        List.of(
            planned(Budget.Span.TO_DATE, "", 1, "100"), planned(Budget.Span.TO_DATE, "", 2, "100"));
    List<Used> used = List.of(used("", 1, 20, 0, 0), used("", 2, 0, 0, 180));
    assertThat(Used.exceeded(budget, used)).isEmpty();
    List<Used.Planned> months =
        List.of(planned(Budget.Span.MONTH, "", 1, "100"), planned(Budget.Span.MONTH, "", 2, "100"));
    assertThat(Used.exceeded(months, used)).hasSize(1);
    List<Used.Planned> year =
        List.of(planned(Budget.Span.YEAR, "", 1, "100"), planned(Budget.Span.YEAR, "", 2, "100"));
    assertThat(Used.exceeded(year, List.of(used("", 2, 150, 0, 0), used("", 1, 0, 0, 50))))
        .isEmpty();
  }

  @Test
  void monthsOutsideOfTheBudgetAreNotHeld() {
    List<Used.Planned> budget = List.of(planned(Budget.Span.MONTH, "", 1, "1"));
    assertThat(Used.exceeded(budget, List.of(used("", 3, 0, 0, 500)))).isEmpty();
  }

  private static Used.Planned planned(Budget.Span span, String centre, int month, String amount) {
    return new Used.Planned(
        new BudgetCode("B"),
        Budget.Control.WARN,
        span,
        place(centre, month),
        new BigDecimal(amount),
        YearMonth.of(2026, 1),
        YearMonth.of(2026, 2));
  }

  private static Used used(String centre, int month, int actual, int committed, int asked) {
    return new Used(place(centre, month), euro(actual), euro(committed), euro(asked));
  }

  private static Used.Place place(String centre, int month) {
    return new Used.Place(
        new AccountCode("6000"),
        Optional.of(centre).filter(code -> !code.isEmpty()).map(DimensionValue::new),
        YearMonth.of(2026, month));
  }

  private static Money euro(int amount) {
    return Money.of(BigDecimal.valueOf(amount), Currency.getInstance("EUR")).rounded();
  }
}
