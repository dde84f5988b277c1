/**
 * Placing, changing, receiving and cancelling purchase orders.
 *
 * <p>Read {@link org.millrace.purchasing.order.PlaceOrder} and {@link
 * org.millrace.purchasing.order.ReceiveGoods} first.
 */
package org.millrace.purchasing.order;
