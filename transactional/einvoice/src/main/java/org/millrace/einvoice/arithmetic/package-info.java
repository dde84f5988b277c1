/**
 * Checks the arithmetic of electronic invoices by the rules of EN 16931, exactly.
 *
 * <p>Read {@link org.millrace.einvoice.arithmetic.CheckArithmetic} first. Imports the JDK.
 */
package org.millrace.einvoice.arithmetic;
