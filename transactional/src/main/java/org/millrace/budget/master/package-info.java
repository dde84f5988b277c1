/**
 * The budgets of a company: adding and changing them.
 *
 * <p>Read {@link org.millrace.budget.master.KeepBudgets} first.
 */
package org.millrace.budget.master;
