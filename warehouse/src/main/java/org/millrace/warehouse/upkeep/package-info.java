/**
 * Keeps the files of the tables few and the disk from filling, without hurting readers.
 *
 * <p>Read {@link org.millrace.warehouse.upkeep.Upkeep}. May import the catalog and the lake.
 */
package org.millrace.warehouse.upkeep;
