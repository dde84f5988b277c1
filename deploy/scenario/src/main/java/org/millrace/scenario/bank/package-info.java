/**
 * Cases about banks: lines of statements, what they settle, and whether statements add up.
 *
 * <p>Read {@link org.millrace.scenario.bank.BankCase} first.
 */
package org.millrace.scenario.bank;
