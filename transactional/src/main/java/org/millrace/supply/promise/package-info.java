/**
 * By when goods can be had: from stock and what is under way (available to promise), else by making
 * or buying them (capable to promise).
 *
 * <p>Read {@link org.millrace.supply.promise.Ahead}, which counts, and {@link
 * org.millrace.supply.promise.PromiseGoods}, which asks.
 */
package org.millrace.supply.promise;
