/**
 * Forecasts of the series in a file: what {@code ./millrace forecast} runs.
 *
 * <p>Read {@link org.millrace.analytics.forecast.file.ForecastFile} first. Imports the forecasts
 * and nothing else of ours, so that it starts at once.
 */
package org.millrace.analytics.forecast.file;
