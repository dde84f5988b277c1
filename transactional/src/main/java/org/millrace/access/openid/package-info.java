/**
 * Logins that another server vouches for (OpenID Connect): which one, and what it says of whom.
 *
 * <p>Read {@link org.millrace.access.openid.OpenIdSettings} first. Imports role, settings and
 * shared.
 */
package org.millrace.access.openid;
