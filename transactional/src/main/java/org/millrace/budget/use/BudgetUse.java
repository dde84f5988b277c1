package org.millrace.budget.use;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.millrace.budget.BudgetCode;
import org.millrace.dimension.DimensionValue;
import org.millrace.document.list.Listed;
import org.millrace.ledger.AccountCode;
import org.millrace.shared.Money;

/**
 * What is budgeted, spent and committed in a month; left = budgeted - actual - committed, in the
 * currency of the company. The id joins budget, account, cost centre and month.
 */
@Listed(
    searched = {"budget", "account", "accountName", "costCentre"},
    sorted = "month",
    key = "id")
record BudgetUse(
    String id,
    BudgetCode budget,
    AccountCode account,
    String accountName,
    Optional<DimensionValue> costCentre,
    LocalDate month,
    Money budgeted,
    Money actual,
    Money committed,
    Money left,
    Currency currency) {}
