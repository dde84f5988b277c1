/**
 * Revaluation of foreign items at a closing day.
 *
 * <p>Read {@link org.millrace.settlement.revaluation.RevalueItems} first.
 */
package org.millrace.settlement.revaluation;
