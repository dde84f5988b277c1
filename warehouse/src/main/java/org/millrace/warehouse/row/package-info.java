/**
 * Rows by the names of their columns: what is written has the columns and types of a table.yaml,
 * what is read is asked by name.
 *
 * <p>Read {@link org.millrace.warehouse.row.RowWriter} first. May import the catalog and Spark's
 * rows.
 */
package org.millrace.warehouse.row;
