/**
 * What goods are worth, by moving average, first in first out, standard cost or monthly weighted
 * average, of an item, a location or a lot: pure calculation.
 *
 * <p>Read {@link org.millrace.stock.valuation.Costing} and {@link
 * org.millrace.stock.valuation.Step} first.
 */
package org.millrace.stock.valuation;
