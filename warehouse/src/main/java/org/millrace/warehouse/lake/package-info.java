/**
 * The lake as Spark and its own log see it: reading, replacing and what changed between versions.
 *
 * <p>Read {@link org.millrace.warehouse.lake.Lake} first. May import the catalog, Spark and Delta.
 */
package org.millrace.warehouse.lake;
