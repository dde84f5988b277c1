/**
 * Tax returns by period, drawn from the register of what became due.
 *
 * <p>Read {@link org.millrace.tax.filing.FileReturn} first. Imports the base package of tax.
 */
package org.millrace.tax.filing;
