/**
 * Solving linear equations of modest size, for the regressions and reconciliations next door.
 *
 * <p>Read {@link org.millrace.analytics.forecast.linear.Cholesky} first. Imports nothing of ours.
 */
package org.millrace.analytics.forecast.linear;
