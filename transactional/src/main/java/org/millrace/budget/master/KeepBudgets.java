package org.millrace.budget.master;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millrace.budget.Budget;
import org.millrace.budget.BudgetChanged;
import org.millrace.dimension.DimensionCode;
import org.millrace.dimension.DimensionValues;
import org.millrace.dimension.Dimensions;
import org.millrace.document.Documents;
import org.millrace.document.Versioned;
import org.millrace.ledger.Account;
import org.millrace.ledger.AccountCode;
import org.millrace.ledger.Charts;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Problems;

/** Adds budgets of accounts and cost centres that there are, and changes them. */
final class KeepBudgets {
  private final Documents<Budget> budgets;
  private final Charts charts;
  private final Dimensions dimensions;

  KeepBudgets(Documents<Budget> budgets, Charts charts, Dimensions dimensions) {
    this.budgets = budgets;
    this.charts = charts;
    this.dimensions = dimensions;
  }

  Versioned<Budget> add(CompanyCode company, Budget budget, Instant occurredAt) {
    requireKnown(company, budget);
    return budgets.make(company, budget, occurredAt, BudgetChanged::new);
  }

  Versioned<Budget> change(Versioned<Budget> before, Budget after, Instant occurredAt) {
    requireKnown(before.company(), after);
    return budgets.change(before, after, occurredAt, BudgetChanged::new);
  }

  private void requireKnown(CompanyCode company, Budget budget) {
    Map<AccountCode, Account> chart = charts.of(company).accounts();
    Problems problems = new Problems();
    List<Dimensions.Named> centres = new ArrayList<>();
    for (int i = 0; i < budget.lines().size(); i++) {
      Budget.Line line = budget.lines().get(i);
      String field = "lines." + (i + 1);
      problems.require(
          chart.containsKey(line.account()),
          field + ".account",
          line.account(),
          "an account of the chart");
      line.costCentre()
          .map(centre -> DimensionValues.of(Map.of(DimensionCode.COST_CENTRE, centre)))
          .ifPresent(
              named ->
                  centres.add(new Dimensions.Named(field + ".costCentre", named, line.month())));
    }
    dimensions.requireKnown(company, centres, problems);
    problems.refuse("The budget " + budget.code() + " cannot be used");
  }
}
