/**
 * Tax codes of a company and their rates by date.
 *
 * <p>Read {@link org.millrace.tax.code.AddTaxCodes} first. Imports the base package of tax.
 */
package org.millrace.tax.code;
