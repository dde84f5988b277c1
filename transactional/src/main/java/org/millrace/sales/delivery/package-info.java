/**
 * Deliveries to look up; they are written with their order.
 *
 * <p>Read {@link org.millrace.sales.delivery.DeliveredGoods} first.
 */
package org.millrace.sales.delivery;
