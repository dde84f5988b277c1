package org.millrace.budget;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.DocumentKind;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Code;
import org.millrace.shared.Money;
import org.millrace.shared.Problems;

/**
 * What may be spent on accounts, or is to be earned, by cost centre and month, in the currency of
 * the company.
 *
 * @param control what becomes of purchase orders and bills that go beyond it
 * @param span which of its months are compared together
 */
public record Budget(
    BudgetCode code,
    String name,
    Control control,
    Span span,
    boolean active,
    Currency currency,
    List<Line> lines) {
  /** Stored in budget.budget, its lines in budget.budget_line. */
  public static final DocumentKind<Budget> KIND =
      DocumentKind.of(Budget.class, "budget", "budget")
          .lines("lines", "budget.budget_line", "budget")
          .searched("code", "name", "lines.account", "lines.costCentre")
          .changeable()
          .build();

  /** What becomes of a document that goes beyond it. */
  public enum Control {
    /** It is shown and nothing else. */
    NONE,
    /** Whoever records it has to confirm it. */
    WARN,
    /** It waits for its approval by a policy for what is over budget; without one it is refused. */
    HOLD
  }

  /** Which months are compared together with the month of a document. */
  public enum Span {
    /** That month alone. */
    MONTH,
    /** From the first month of the budget to that one. */
    TO_DATE,
    /** All months of the budget. */
    YEAR
  }

  /** An amount of one month, named by its first day; of all cost centres where none is named. */
  public record Line(
      AccountCode account, Optional<DimensionValue> costCentre, LocalDate month, Money amount) {
    private List<Object> key() {
      return Arrays.asList(account, costCentre, month);
    }
  }

  public Budget {
    name = Code.checked("name", "budget name", name, 200);
    lines = List.copyOf(lines);
    Problems problems =
        new Problems()
            .require(!lines.isEmpty(), "lines", "none", "at least one line")
            .require(
                lines.stream().map(Line::key).distinct().count() == lines.size(),
                "lines",
                lines.size() + " lines",
                "one amount for each account, cost centre and month");
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      problems
          .require(
              line.month().getDayOfMonth() == 1,
              "lines." + (i + 1) + ".month",
              line.month(),
              "the first day of a month")
          .require(
              line.amount().equals(line.amount().rounded()),
              "lines." + (i + 1) + ".amount",
              line.amount().amount(),
              "an amount with the decimals of " + currency);
    }
    problems.refuse("The budget " + code + " cannot be used");
  }
}
