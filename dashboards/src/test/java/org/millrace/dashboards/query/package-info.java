/** Tests of the SQL that metrics and filters compile to. */
package org.millrace.dashboards.query;
