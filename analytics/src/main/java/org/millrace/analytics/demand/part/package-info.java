/**
 * Forecasts of an item's locations and customer groups that add up to the item.
 *
 * <p>Plain Java.
 */
package org.millrace.analytics.demand.part;
