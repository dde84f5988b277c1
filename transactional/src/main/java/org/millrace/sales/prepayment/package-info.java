/**
 * Money that is asked for before an order is delivered, and its deduction by the final invoice.
 *
 * <p>Read {@link org.millrace.sales.prepayment.PrepayOrder} and {@link
 * org.millrace.sales.prepayment.DeductPrepayments} first. Imports the base package of sales, its
 * invoices and masters, and tax.
 */
package org.millrace.sales.prepayment;
