package org.millrace.budget;

import java.time.YearMonth;
import java.util.Optional;
import org.millrace.dimension.DimensionValue;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/**
 * What goes beyond a budget: actual + committed + asked is more than budgeted. All amounts are of
 * the months that the budget compares together, in the currency of the company.
 */
public record Excess(
    BudgetCode budget,
    Budget.Control control,
    AccountCode account,
    Optional<DimensionValue> costCentre,
    YearMonth month,
    Amounts amounts) {
  /** What is budgeted, spent, ordered and not billed, and asked for now. */
  public record Amounts(Money budgeted, Money actual, Money committed, Money asked) {
    /** By how much it is too much; 0 or less when it is not. */
    public Money over() {
      return actual.plus(committed).plus(asked).minus(budgeted);
    }
  }

  /** As a sentence. */
  public String text() {
    return ("Budget %s is exceeded by %s: account %s%s has %s in %s, %s are spent and %s ordered,"
            + " and %s are asked for.")
        .formatted(
            budget,
            amounts.over(),
            account,
            costCentre.map(centre -> " of cost centre " + centre).orElse(""),
            amounts.budgeted(),
            month,
            amounts.actual(),
            amounts.committed(),
            amounts.asked());
  }
}
