/**
 * The process that fills, checks, keeps and publishes the tables.
 *
 * <p>Read {@link org.millrace.warehouse.Warehouse} first. The tables themselves are folders under
 * {@code warehouse/tables}.
 */
package org.millrace.warehouse;
