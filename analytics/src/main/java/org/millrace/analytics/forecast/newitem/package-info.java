/**
 * Forecasts of an item with little history or none, from how its analogues sold after their launch.
 *
 * <p>Read {@link org.millrace.analytics.forecast.newitem.NewItemForecaster} first; {@link
 * org.millrace.analytics.forecast.newitem.LaunchCourse} does the same for many items at once. May
 * import the forecast record of the intervals next door, no Spark.
 */
package org.millrace.analytics.forecast.newitem;
