/**
 * The trial balance: every account at the end of a month.
 *
 * <p>Read {@link org.millrace.ledger.balance.TrialBalance} first. Imports the base package of
 * ledger.
 */
package org.millrace.ledger.balance;
