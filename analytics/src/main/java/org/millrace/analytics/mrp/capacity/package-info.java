/**
 * Hours a plan asks of each work centre, week by week. Read {@link
 * org.millrace.analytics.mrp.capacity.CapacityLoad} first. Plain Java; imports calendars.
 */
package org.millrace.analytics.mrp.capacity;
