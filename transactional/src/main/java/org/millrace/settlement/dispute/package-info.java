/**
 * Disputes about open items: opened with a reason and an amount, resolved by a credit note or
 * rejected. What is disputed is shown apart and is not reminded of.
 *
 * <p>Read {@link org.millrace.settlement.dispute.Dispute} first.
 */
package org.millrace.settlement.dispute;
