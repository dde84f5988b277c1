/**
 * Turns boards and metrics into the objects of Apache Superset: one database, datasets with saved
 * metrics, charts with their queries, dashboards with layout and filters, packed as one bundle.
 *
 * <p>Read {@link org.millrace.dashboards.superset.bundle.BoardCompiler} first. Pure: the same files
 * give the same bytes and the same uuids. May import the definitions and the kinds of the server
 * package; sends nothing.
 */
package org.millrace.dashboards.superset.bundle;
