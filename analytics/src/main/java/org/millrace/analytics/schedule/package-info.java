/**
 * Which companies an analysis has to be run for, and as of which day.
 *
 * <p>Read {@link org.millrace.analytics.schedule.Schedule} first. All but {@link
 * org.millrace.analytics.schedule.SalesDays}, which reads the lake, is plain Java.
 */
package org.millrace.analytics.schedule;
