/**
 * What goods are worth at moving average: pure calculation.
 *
 * <p>Read {@link org.millrace.stock.valuation.MovingAverage} first.
 */
package org.millrace.stock.valuation;
