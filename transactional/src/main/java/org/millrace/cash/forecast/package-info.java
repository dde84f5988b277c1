/**
 * Thirteen weeks of cash by bank account, the flows behind them, forecasts as they were kept and
 * what came of them.
 *
 * <p>Read {@link org.millrace.cash.forecast.CashWeek} first.
 */
package org.millrace.cash.forecast;
