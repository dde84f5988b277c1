/**
 * What the checks of the tables find, and where people see it: {@code gold.data_check}.
 *
 * <p>Read {@link org.millrace.warehouse.check.CheckBoard} first. May import the catalog and the
 * lake.
 */
package org.millrace.warehouse.check;
