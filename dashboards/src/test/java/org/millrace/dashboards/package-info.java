/** A real database with a small believable mart, a login, and the cockpit on top, for the tests. */
package org.millrace.dashboards;
