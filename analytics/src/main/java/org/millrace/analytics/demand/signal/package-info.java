/**
 * What sales know beyond the history: open opportunities with their measured conversion, campaigns
 * with their measured uplift, open orders and the planner's word, put together into the published
 * demand.
 *
 * <p>Read {@link org.millrace.analytics.demand.signal.PublishedDemand} first. Plain Java, imports
 * nothing of ours.
 */
package org.millrace.analytics.demand.signal;
