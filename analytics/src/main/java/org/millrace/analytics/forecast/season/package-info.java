/**
 * Seasons that change slowly, and several of them at once: hours in a day within a week.
 *
 * <p>Read {@link org.millrace.analytics.forecast.season.Mstl} first. Imports the smoothing methods.
 */
package org.millrace.analytics.forecast.season;
