/**
 * Histories set right before they are forecast: demand that could not be served, and outliers.
 *
 * <p>Read {@link org.millrace.analytics.forecast.cleansing.Cleansing} first. Imports the seasons
 * and nothing else of ours.
 */
package org.millrace.analytics.forecast.cleansing;
