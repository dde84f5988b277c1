/**
 * Naive, smoothing and Theta methods: one pass over the history per trial, starting states by least
 * squares in closed form, so that only one to three parameters are searched.
 *
 * <p>Read {@link org.millrace.analytics.forecast.smoothing.Theta} and {@link
 * org.millrace.analytics.forecast.smoothing.SeasonallyAdjusted} first.
 */
package org.millrace.analytics.forecast.smoothing;
