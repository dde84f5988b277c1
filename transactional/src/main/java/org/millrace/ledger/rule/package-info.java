/**
 * What the rules of posting book, for people to read.
 *
 * <p>Read {@link org.millrace.ledger.rule.PostedAmount} first. A test compares it with what {@link
 * org.millrace.ledger.posting} books.
 */
package org.millrace.ledger.rule;
