/**
 * How often a customer buys, and whether the customer has stopped by that own measure.
 *
 * <p>Read {@link org.millrace.analytics.rhythm.PurchaseRhythm}. Plain Java; notebooks use it.
 */
package org.millrace.analytics.rhythm;
