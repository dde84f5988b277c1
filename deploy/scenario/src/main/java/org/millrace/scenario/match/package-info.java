/**
 * What is expected of the match of orders, receipts and bills.
 *
 * <p>Read {@link org.millrace.scenario.match.MatchExpectations} first.
 */
package org.millrace.scenario.match;
