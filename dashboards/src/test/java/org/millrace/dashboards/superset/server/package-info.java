/** Tests of speaking to Superset that need no server. */
package org.millrace.dashboards.superset.server;
