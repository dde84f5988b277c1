/**
 * Metrics and filters compiled to SQL over the mart schema, with every value bound.
 *
 * <p>Read {@link org.millrace.dashboards.query.MetricQueries} first. The cockpit runs these
 * queries, and the test of the Superset boards compares with them. May import the definitions;
 * opens no connection itself.
 */
package org.millrace.dashboards.query;
