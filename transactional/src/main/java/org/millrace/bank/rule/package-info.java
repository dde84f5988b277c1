/**
 * Rules for lines of banks: entered, learned from corrections, retired.
 *
 * <p>Read {@link org.millrace.bank.rule.KeepRules} first.
 */
package org.millrace.bank.rule;
