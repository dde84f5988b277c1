/**
 * What may be spent: budgets by account, cost centre and month, what of them is spent and
 * committed, and which documents go beyond them.
 *
 * <p>Read {@link org.millrace.budget.Budget} and {@link org.millrace.budget.Budgets} first. Reads
 * what purchasing and the ledger keep.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "party",
      "item",
      "dimension",
      "purchasing",
      "ledger"
    })
package org.millrace.budget;
