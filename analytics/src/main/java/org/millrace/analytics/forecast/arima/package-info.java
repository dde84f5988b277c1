/**
 * Autoregressive integrated moving averages with capped orders, chosen step by step.
 *
 * <p>Read {@link org.millrace.analytics.forecast.arima.Arima} first. Imports the search, the
 * seasons and the smoothing methods.
 */
package org.millrace.analytics.forecast.arima;
