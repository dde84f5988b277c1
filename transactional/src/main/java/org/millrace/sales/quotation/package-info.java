/**
 * Quotations: made, then accepted, which places one sales order, or rejected, or expired.
 *
 * <p>Read {@link org.millrace.sales.quotation.Quotation} first; what may be done when is in {@link
 * org.millrace.sales.quotation.QuotationStatus}. Imports the base package of sales, numbers and
 * orders. Its events stay here, as nobody outside sales reacts to them.
 */
package org.millrace.sales.quotation;
