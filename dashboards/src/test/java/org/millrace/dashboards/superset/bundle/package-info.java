/** Tests of what boards become in Superset; they need no server. */
package org.millrace.dashboards.superset.bundle;
