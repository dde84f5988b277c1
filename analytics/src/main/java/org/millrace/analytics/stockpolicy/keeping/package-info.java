/**
 * The policy of every item beside its stock: what is to be there, what is too much, what lies dead.
 *
 * <p>Read {@link org.millrace.analytics.stockpolicy.keeping.StockKeeping} first; facts are {@link
 * org.millrace.analytics.stockpolicy.keeping.ItemStock}, the result is {@link
 * org.millrace.analytics.stockpolicy.keeping.ItemReview}. Only {@code StockPolicyJob} and its rows
 * may import Spark.
 */
package org.millrace.analytics.stockpolicy.keeping;
