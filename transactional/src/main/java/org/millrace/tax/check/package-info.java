/**
 * Checks the arithmetic of electronic invoices by the rules of EN 16931, exactly.
 *
 * <p>Read {@link org.millrace.tax.check.CheckArithmetic} first.
 */
package org.millrace.tax.check;
