/**
 * Balances of accounts taken over from earlier books, and what is left on the account of opening
 * balances.
 *
 * <p>Read {@link org.millrace.ledger.opening.TakeOverBalances} first. Imports the base package of
 * ledger.
 */
package org.millrace.ledger.opening;
