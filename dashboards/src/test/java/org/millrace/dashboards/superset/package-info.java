/**
 * Tests of publishing into Superset. The slow ones install and start a real Superset and a real
 * PostgreSQL, or use a running pair named by the system properties in {@link
 * org.millrace.dashboards.superset.TestingSuperset} and {@link
 * org.millrace.dashboards.superset.TestingMart}.
 */
package org.millrace.dashboards.superset;
