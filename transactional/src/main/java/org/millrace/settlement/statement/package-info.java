/**
 * Statements of account: what stood open of a party, what was billed and paid within a period, and
 * what is left.
 *
 * <p>Read {@link org.millrace.settlement.statement.AccountStatement} first.
 */
package org.millrace.settlement.statement;
