/**
 * The family of exponential smoothing models (ETS): error, trend and season, chosen by AICc.
 *
 * <p>Read {@link org.millrace.analytics.forecast.ets.Ets} first. Imports the search and the
 * smoothing methods.
 */
package org.millrace.analytics.forecast.ets;
