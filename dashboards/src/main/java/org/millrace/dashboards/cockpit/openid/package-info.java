/**
 * Logins at another server (OpenID Connect): sends the browser there and takes it back.
 *
 * <p>Read {@link org.millrace.dashboards.cockpit.openid.OpenIdLogin} first. May import Spring
 * Security.
 */
package org.millrace.dashboards.cockpit.openid;
