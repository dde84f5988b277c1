/**
 * Counting what really lies at a location: the sheet, what was counted, the differences booked.
 *
 * <p>Read {@link org.millrace.stock.count.Count} first: it changes there alone.
 */
package org.millrace.stock.count;
