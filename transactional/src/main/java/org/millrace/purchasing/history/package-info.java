/**
 * What was paid and how long it took, by supplier and item: prices of orders and bills, lead times
 * of what came.
 *
 * <p>Read {@link org.millrace.purchasing.history.PurchasePrice} and {@link
 * org.millrace.purchasing.history.LeadTime} first. Reads the documents of purchasing and the units
 * of items; nothing is stored.
 */
@org.springframework.modulith.NamedInterface("history")
package org.millrace.purchasing.history;
