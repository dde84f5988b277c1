/**
 * Months of the books: open until somebody closes them, with all before them; the last one can be
 * reopened.
 *
 * <p>Read {@link org.millrace.ledger.period.ClosePeriod} first. Imports the base package of ledger.
 */
package org.millrace.ledger.period;
