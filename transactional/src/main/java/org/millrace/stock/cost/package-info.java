/**
 * What goods cost otherwise than was known: a new cost of what is there, and freight, duty and the
 * like on goods that came.
 *
 * <p>Read {@link org.millrace.stock.cost.LandedCost} first.
 */
package org.millrace.stock.cost;
