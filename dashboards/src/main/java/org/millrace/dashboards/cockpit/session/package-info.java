/**
 * Who is asking: the core's token in a cookie or a header, verified here, and what roles may see.
 *
 * <p>Read {@link org.millrace.dashboards.cockpit.session.Tokens} first. May import Spring Security.
 */
package org.millrace.dashboards.cockpit.session;
