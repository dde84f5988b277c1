/**
 * Commands of people, passed on to the core's API with their own token.
 *
 * <p>Read CoreProxyHttp; it knows no business word. May import session and Spring.
 */
package org.millrace.dashboards.cockpit.core;
