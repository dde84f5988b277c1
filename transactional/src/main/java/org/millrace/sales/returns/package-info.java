/**
 * Goods that customers send back: asked, authorised, received, inspected and settled.
 *
 * <p>Read {@link org.millrace.sales.returns.GoodsReturn} first. Imports the base package of sales
 * and its invoices; goods come back by a credit note.
 */
package org.millrace.sales.returns;
