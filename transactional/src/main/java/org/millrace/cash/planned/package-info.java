/**
 * Money that is planned by hand: wages, rent, taxes, loans.
 *
 * <p>Read {@link org.millrace.cash.planned.PlannedCash} first.
 */
package org.millrace.cash.planned;
