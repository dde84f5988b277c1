/**
 * Goods that go from one location to another: drafted, posted, taken back by a transfer the other
 * way round.
 *
 * <p>Read {@link org.millrace.stock.transfer.Transfer} first: it changes there alone.
 */
package org.millrace.stock.transfer;
