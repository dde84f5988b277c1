/**
 * Time-phased planning: what to buy and make, when, for which order, and what stands in the way.
 *
 * <p>Read {@link org.millrace.analytics.mrp.Mrp} first; facts are in {@code facts}, the result is
 * {@link org.millrace.analytics.mrp.Plan}. Inside, items are numbers, days are counted from the
 * as-of day and quantities are whole millionths, so that sums are exact. Plain Java; imports its
 * sub-packages only.
 */
package org.millrace.analytics.mrp;
