/**
 * The taxes that became due, document by document.
 *
 * <p>Read {@link org.millrace.tax.TaxRegister} first. Imports the base package of tax.
 */
package org.millrace.tax.register;
