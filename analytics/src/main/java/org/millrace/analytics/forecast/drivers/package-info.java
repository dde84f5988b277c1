/**
 * Demand explained by what drives it: price, promotion, calendar. The effects of a group of items
 * are estimated together; what they leave is forecast by any method.
 *
 * <p>Read {@link org.millrace.analytics.forecast.drivers.DriverRegression} first, then {@link
 * org.millrace.analytics.forecast.drivers.DriverFit}. May import the forecast methods and their
 * intervals, no Spark.
 */
package org.millrace.analytics.forecast.drivers;
