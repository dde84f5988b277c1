/**
 * Invoices, credit notes and their payments.
 *
 * <p>Read {@link org.millrace.sales.invoice.DirectInvoicing} first. Imports the base package of
 * sales, its masters, and the verbs of party, item and stock.
 */
package org.millrace.sales.invoice;
