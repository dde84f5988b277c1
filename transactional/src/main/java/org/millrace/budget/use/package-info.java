/**
 * How much of the budgets is spent and committed, and which documents go beyond them.
 *
 * <p>Read {@link org.millrace.budget.use.Used} first.
 */
package org.millrace.budget.use;
