/**
 * Demand that comes now and then: its class, the methods made for it, their combination, and the
 * whole distribution of a step, of which intervals are cut.
 *
 * <p>Read {@link org.millrace.analytics.forecast.intermittent.IntermittentPool} first, then {@link
 * org.millrace.analytics.forecast.intermittent.DemandDistribution}. Negative values (returns) count
 * as no demand. May import {@code forecast} only, no Spark.
 */
package org.millrace.analytics.forecast.intermittent;
