/**
 * The analyses and the process that runs them beside the warehouse loop.
 *
 * <p>Read {@link org.millrace.analytics.Analyses} first: the list. Each analysis has its own folder
 * with facts, a calculation in plain Java and one job class; only jobs and this package import
 * Spark.
 */
package org.millrace.analytics;
