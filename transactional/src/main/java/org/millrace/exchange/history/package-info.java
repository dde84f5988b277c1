/**
 * The import of a sales history: rows of a file become invoices, credit notes, stock adjustments
 * and entries, through the verbs of the domains.
 *
 * <p>Read {@link org.millrace.exchange.history.ImportSalesHistory} first. Row by row: {@link
 * org.millrace.exchange.history.row.ReadRow}; which rows are new: {@link
 * org.millrace.exchange.history.SalesDocument}; what they become: {@link
 * org.millrace.exchange.history.PostPieces}.
 */
package org.millrace.exchange.history;
