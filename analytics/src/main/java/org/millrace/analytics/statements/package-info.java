/**
 * Financial statements of any month: trial balance, income statement, balance sheet, cash flow.
 *
 * <p>Read {@link org.millrace.analytics.statements.TrialBalance} first, then {@link
 * org.millrace.analytics.statements.IncomeStatement}. Facts are {@link
 * org.millrace.analytics.statements.Posting}s. Only the job class may import Spark.
 */
package org.millrace.analytics.statements;
