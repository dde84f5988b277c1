/**
 * Orders: placed, changed, delivered in parts, invoiced, cancelled.
 *
 * <p>Read {@link org.millrace.sales.order.DeliverOrder} first; what may be done when is in {@link
 * org.millrace.sales.OrderStatus}. Imports the base package of sales, masters, deliveries and
 * invoices.
 */
@org.springframework.modulith.NamedInterface("order")
package org.millrace.sales.order;
