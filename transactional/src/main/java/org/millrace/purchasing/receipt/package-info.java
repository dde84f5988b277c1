/**
 * Receipts to look up; they are written with their order.
 *
 * <p>Read {@link org.millrace.purchasing.receipt.ReceivedGoods} first.
 */
package org.millrace.purchasing.receipt;
