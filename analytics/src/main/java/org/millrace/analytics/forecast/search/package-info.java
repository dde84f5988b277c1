/**
 * The search for the parameters that fit a series best.
 *
 * <p>Read {@link org.millrace.analytics.forecast.search.Simplex} first. Imports nothing of ours.
 */
package org.millrace.analytics.forecast.search;
