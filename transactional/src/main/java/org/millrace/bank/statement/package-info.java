/**
 * Statements of banks: taken in once each, checked whether they add up, cancelled.
 *
 * <p>Read {@link org.millrace.bank.statement.TakeStatements} first.
 */
package org.millrace.bank.statement;
