/**
 * What lies behind a figure: rows of the marts.
 *
 * <p>Read RowsHttp first. May import figure, session, query and Spring.
 */
package org.millrace.dashboards.cockpit.row;
