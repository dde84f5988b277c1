/**
 * Working days. Read {@link org.millrace.analytics.mrp.calendar.WorkCalendar} first; {@link
 * org.millrace.analytics.mrp.calendar.WorkDays} counts along one. Plain Java; imports nothing of
 * ours.
 */
package org.millrace.analytics.mrp.calendar;
