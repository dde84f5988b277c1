/**
 * Accounts of the company at banks: registered and changed.
 *
 * <p>Read {@link org.millrace.bank.account.KeepAccounts} first.
 */
package org.millrace.bank.account;
