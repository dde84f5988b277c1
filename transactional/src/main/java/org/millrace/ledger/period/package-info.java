/**
 * Months of the books: open until somebody closes them, then closed for good.
 *
 * <p>Read {@link org.millrace.ledger.period.ClosePeriod} first. Imports the base package of ledger.
 */
package org.millrace.ledger.period;
