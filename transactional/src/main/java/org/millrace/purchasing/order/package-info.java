/**
 * Placing, receiving and cancelling purchase orders.
 *
 * <p>Read {@link org.millrace.purchasing.order.Orders} and {@link
 * org.millrace.purchasing.order.ReceiveGoods} first.
 */
package org.millrace.purchasing.order;
