/**
 * Orders: placed, rescheduled, delivered in parts, invoiced, cancelled.
 *
 * <p>Read {@link org.millrace.sales.order.DeliverOrders} first; what may be done when is in {@link
 * org.millrace.sales.OrderStatus}. Imports the base package of sales, invoices and numbers.
 */
package org.millrace.sales.order;
