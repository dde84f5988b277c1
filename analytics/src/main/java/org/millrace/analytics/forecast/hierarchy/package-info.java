/**
 * Forecasts of items, groups, locations and the company that add up: from the bottom, or so that
 * the errors of all levels together become least.
 *
 * <p>Read {@link org.millrace.analytics.forecast.hierarchy.Hierarchy} first, then {@link
 * org.millrace.analytics.forecast.hierarchy.MinTrace}. May import the equations next door, no
 * Spark.
 */
package org.millrace.analytics.forecast.hierarchy;
