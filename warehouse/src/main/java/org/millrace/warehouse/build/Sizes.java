package org.millrace.warehouse.build;

import org.millrace.warehouse.lake.RowsInHand;

/**
 * Where a step is cut, and from where on it is left to Spark.
 *
 * @param bite events that a step takes in, about
 * @param eventsInHand up to so many events of a step are held in the driver
 * @param rowsInHand up to so many rows of a source are held in the driver
 */
record Sizes(long bite, long eventsInHand, long rowsInHand) {
  static final Sizes DEFAULT = new Sizes(60_000, 20_000, RowsInHand.MOST_ROWS);
}
