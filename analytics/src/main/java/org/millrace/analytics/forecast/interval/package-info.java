/**
 * Intervals around a forecast that hold: their width comes from the errors that the same method
 * made from past origins of the same series.
 *
 * <p>Read {@link org.millrace.analytics.forecast.interval.Forecaster} first. Imports the methods
 * and nothing else.
 */
package org.millrace.analytics.forecast.interval;
