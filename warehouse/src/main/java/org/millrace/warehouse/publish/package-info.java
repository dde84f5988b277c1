/**
 * From gold to the PostgreSQL schema {@code mart}: by COPY, checked, all tables of a cycle at once.
 *
 * <p>Read {@link org.millrace.warehouse.publish.Publisher} first. May import the catalog, the lake
 * and what was built.
 */
package org.millrace.warehouse.publish;
