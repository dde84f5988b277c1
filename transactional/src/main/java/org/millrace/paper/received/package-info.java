/**
 * Electronic invoices of suppliers: read, checked by the official rules, kept, and billed.
 *
 * <p>Read {@link org.millrace.paper.received.ReceiveEInvoices} first.
 */
package org.millrace.paper.received;
