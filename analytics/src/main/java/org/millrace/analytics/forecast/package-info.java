/**
 * Forecasts of any regular series, in plain Java: the methods, their choice and combination, and
 * intervals that hold.
 *
 * <p>Read {@link org.millrace.analytics.forecast.ForecastMethod} first. May import nothing of ours
 * and no Spark.
 */
package org.millrace.analytics.forecast;
