/**
 * Books of several companies as those of one: translated into its currency, what they owe each
 * other and earned from each other left out. Reads, and posts nothing.
 *
 * <p>Read {@link org.millrace.ledger.group.TranslateBalances} first. Imports party, currency and
 * the base package of ledger.
 */
package org.millrace.ledger.group;
