/** Logins at another server, tried with the authorization server of Spring Security. */
package org.millrace.dashboards.openid;
