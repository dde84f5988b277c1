/**
 * Which bills pay for the goods of which receipts: received and not billed, billed and not
 * received.
 *
 * <p>Read {@link org.millrace.purchasing.match.Clearing} first. Imports the base package of
 * purchasing, its receipts, and stock.
 */
package org.millrace.purchasing.match;
