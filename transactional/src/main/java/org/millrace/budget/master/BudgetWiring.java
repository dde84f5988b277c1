package org.millrace.budget.master;

import org.millrace.budget.Budget;
import org.millrace.dimension.Dimensions;
import org.millrace.document.DocumentStores;
import org.millrace.document.Documents;
import org.millrace.ledger.Charts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BudgetWiring {
  @Bean
  Documents<Budget> budgetMasters(DocumentStores stores) {
    return stores.of(Budget.KIND);
  }

  @Bean
  KeepBudgets keepBudgets(Documents<Budget> budgets, Charts charts, Dimensions dimensions) {
    return new KeepBudgets(budgets, charts, dimensions);
  }
}
