/**
 * Receivables and payables by age, as of any day: what was open then adds up to the control
 * accounts of that day.
 *
 * <p>Read {@link org.millrace.settlement.ageing.Ageings} first.
 */
package org.millrace.settlement.ageing;
