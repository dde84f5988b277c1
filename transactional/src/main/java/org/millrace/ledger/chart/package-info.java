/**
 * Charts of accounts: which one a company has, its own accounts, and which of them the rules of
 * posting book to.
 *
 * <p>Read {@link org.millrace.ledger.chart.KeepChart} first. Imports the base package of ledger.
 */
package org.millrace.ledger.chart;
