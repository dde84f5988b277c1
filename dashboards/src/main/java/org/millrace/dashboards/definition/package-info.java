/**
 * Metrics and boards as files: what a figure is, how it is drawn, and what is wrong with a file, by
 * file and line.
 *
 * <p>Read {@link org.millrace.dashboards.definition.Definitions} first, then {@link
 * org.millrace.dashboards.definition.Metric} and {@link org.millrace.dashboards.definition.Chart}.
 * May import the table catalog of the warehouse and a YAML parser; knows no HTTP, no Spring and no
 * chart library, so that the cockpit and the Superset client read the same words.
 */
package org.millrace.dashboards.definition;
