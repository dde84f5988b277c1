/**
 * What the tables of the lake are: one folder under {@code warehouse/tables} each, read and
 * checked.
 *
 * <p>Read {@link org.millrace.warehouse.catalog.Catalog} first. Plain Java with a YAML parser; it
 * imports no engine, so that every module may use it.
 */
package org.millrace.warehouse.catalog;
