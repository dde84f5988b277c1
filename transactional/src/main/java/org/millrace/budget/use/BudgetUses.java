package org.millrace.budget.use;

import org.millrace.document.list.ListAnswer;
import org.millrace.document.list.ListRequest;
import org.millrace.party.Company;

/** How much of each line of the budgets is spent and committed. */
interface BudgetUses {
  ListAnswer<BudgetUse> page(Company company, ListRequest request);
}
