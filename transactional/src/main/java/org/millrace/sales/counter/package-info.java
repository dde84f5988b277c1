/**
 * Sales over the counter: ordered, delivered, invoiced and paid in one step.
 *
 * <p>Read {@link org.millrace.sales.counter.SellAtCounter} first. Imports orders, deliveries and
 * invoices of sales.
 */
package org.millrace.sales.counter;
