/**
 * What planners expect instead of the forecast.
 *
 * <p>Read {@link org.millrace.planning.forecast.OverrideForecast} first.
 */
package org.millrace.planning.forecast;
