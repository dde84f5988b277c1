/**
 * Publishes the boards into a running Apache Superset; doing it again changes nothing.
 *
 * <p>Read {@link org.millrace.dashboards.superset.PublishBoards} first, then {@link
 * org.millrace.dashboards.superset.Publication}. Below it: {@code bundle} compiles boards to
 * Superset's objects, {@code server} speaks to Superset. May import the definitions and the table
 * catalog.
 */
package org.millrace.dashboards.superset;
