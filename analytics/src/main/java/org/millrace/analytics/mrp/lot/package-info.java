/**
 * How much to order at once when needs are known period by period.
 *
 * <p>Read {@link org.millrace.analytics.mrp.lot.LotRule} first; {@link
 * org.millrace.analytics.mrp.lot.LotPlan} applies one to a row of needs and tells what it costs.
 * Plain Java; imports nothing of ours.
 */
package org.millrace.analytics.mrp.lot;
