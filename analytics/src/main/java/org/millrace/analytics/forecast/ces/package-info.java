/**
 * Complex exponential smoothing: one pair of weights that follows levels and trends alike.
 *
 * <p>Read {@link org.millrace.analytics.forecast.ces.ComplexSmoothing} first. Imports the search
 * and the smoothing methods.
 */
package org.millrace.analytics.forecast.ces;
