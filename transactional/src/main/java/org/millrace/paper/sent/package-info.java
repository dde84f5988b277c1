/**
 * Our invoices and credit notes as electronic invoices, checked by the official rules before they
 * leave.
 *
 * <p>Read {@link org.millrace.paper.sent.SendEInvoice} first.
 */
package org.millrace.paper.sent;
