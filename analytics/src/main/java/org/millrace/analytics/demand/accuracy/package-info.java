/**
 * How good forecasts were: sums of errors that may be added over items and weeks, and the ratios
 * people read. Read {@link org.millrace.analytics.demand.accuracy.ErrorSums} first. Plain Java,
 * imports nothing of ours.
 */
package org.millrace.analytics.demand.accuracy;
