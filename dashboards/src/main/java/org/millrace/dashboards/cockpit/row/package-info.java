/**
 * What lies behind a figure: rows of the marts, an invoice with its lines and journal lines, and
 * the search.
 *
 * <p>Read RowsHttp first. May import figure, session, query and Spring.
 */
package org.millrace.dashboards.cockpit.row;
