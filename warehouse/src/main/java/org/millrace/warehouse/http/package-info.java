/**
 * The small HTTP face of the process: health, lake SQL, analyses, refresh on demand.
 *
 * <p>Read {@link org.millrace.warehouse.http.Endpoints} first.
 */
package org.millrace.warehouse.http;
