/**
 * Rates of exchange: recorded by day, looked up by day.
 *
 * <p>Read {@link org.millrace.currency.Rates} first.
 */
package org.millrace.currency.rate;
