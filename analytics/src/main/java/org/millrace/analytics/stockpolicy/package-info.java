/**
 * How much of each item to keep: classes, service levels, safety stock, reorder point, order
 * quantity, what a service level costs, and how long the stock lasts.
 *
 * <p>Read {@link org.millrace.analytics.stockpolicy.StockPolicies} first. Facts are {@link
 * org.millrace.analytics.stockpolicy.PolicyFacts}, the result is {@link
 * org.millrace.analytics.stockpolicy.StockPolicy}. Plain Java; imports nothing of ours.
 */
package org.millrace.analytics.stockpolicy;
