/**
 * Whether the books hold: entries balance, their numbers have no gaps, each control account equals
 * the documents behind it, and the chain of seals is whole.
 *
 * <p>Read {@link org.millrace.ledger.verification.Check} first. Reads the open documents of sales,
 * purchasing, stock and production, whose control accounts hold the same.
 */
package org.millrace.ledger.verification;
