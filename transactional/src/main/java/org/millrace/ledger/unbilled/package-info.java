/**
 * Goods that came and that nobody billed, by age: what stands behind goods received not invoiced.
 *
 * <p>Read {@link org.millrace.ledger.unbilled.UnbilledGoods} first. Reads the receipts and matches
 * of purchasing and the landed costs of stock.
 */
package org.millrace.ledger.unbilled;
