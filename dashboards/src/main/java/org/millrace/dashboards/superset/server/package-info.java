/**
 * Speaks to a running Apache Superset over its REST API: login, CSRF, lists, the import of a
 * bundle.
 *
 * <p>Read {@link org.millrace.dashboards.superset.server.SupersetServer} first. Knows nothing of
 * boards and metrics; imports the JDK's HTTP client and a JSON library only.
 */
package org.millrace.dashboards.superset.server;
