/**
 * Proposes which open items the lines of a bank statement settle.
 *
 * <p>Read {@link org.millrace.bank.match.MatchLines} first: facts in, proposals out; it stores
 * nothing and asks nobody. Imports shared alone.
 */
package org.millrace.bank.match;
