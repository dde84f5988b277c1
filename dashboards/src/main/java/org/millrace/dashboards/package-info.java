/**
 * Boards for people: the cockpit's entry point and its settings.
 *
 * <p>Read {@link org.millrace.dashboards.Cockpit} first. Below: definition (metrics and boards as
 * files), query (their SQL), cockpit (the web application), superset (the client of Apache
 * Superset).
 */
package org.millrace.dashboards;
