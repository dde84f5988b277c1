/**
 * Periods in which an item could not be sold because there was none: which they are by the stock
 * ledger, and how methods forecast around them. Read {@link
 * org.millrace.analytics.demand.stockout.StockOuts} first. Imports the forecast methods, the
 * schedule and the warehouse.
 */
package org.millrace.analytics.demand.stockout;
