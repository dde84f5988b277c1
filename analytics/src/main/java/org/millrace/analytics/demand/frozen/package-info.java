/**
 * What was forecast of items by day and month before, kept as it was published and held against
 * what was sold; weeks are the demand job's own. Read {@link
 * org.millrace.analytics.demand.frozen.FrozenSeriesJobTables} first. Imports the warehouse only.
 */
package org.millrace.analytics.demand.frozen;
