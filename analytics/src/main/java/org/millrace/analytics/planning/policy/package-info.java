/**
 * How the planner wants each item to be planned, and what holds where nothing was said.
 *
 * <p>Read {@link org.millrace.analytics.planning.policy.ItemPolicy} first. Plain Java but for the
 * class that reads the lake; imports lot rules.
 */
package org.millrace.analytics.planning.policy;
