/**
 * Brings the proposals of a plan to the core, by its public API like any user's command.
 *
 * <p>Read {@link org.millrace.analytics.planning.posting.PostPlans} first. The adapter {@code
 * CorePlansHttp} alone speaks HTTP; nothing here knows Spark.
 */
package org.millrace.analytics.planning.posting;
