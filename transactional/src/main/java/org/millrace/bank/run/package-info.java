/**
 * Payment runs: due bills collected, and written as a file for the bank.
 *
 * <p>Read {@link org.millrace.bank.run.CollectBills} first.
 */
package org.millrace.bank.run;
