/**
 * Amounts of one currency as whole numbers, and which of them add up.
 *
 * <p>Read {@link org.millrace.bank.amount.SubsetSums} first. Imports shared alone.
 */
package org.millrace.bank.amount;
