/**
 * What a planner should look at first: items whose forecast leans or failed, that are new, that
 * nobody buys any more, or that could not be sold for want of stock. Read {@link
 * org.millrace.analytics.demand.alert.Alerts} first. Plain Java; imports the accuracy only.
 */
package org.millrace.analytics.demand.alert;
