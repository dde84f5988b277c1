/**
 * The arithmetic of taxes: pure, without a database, amounts as decimals of the document's
 * currency.
 *
 * <p>Read {@link org.millrace.tax.calculation.CalculateTax} first. Imports the base package of tax.
 */
@org.springframework.modulith.NamedInterface("calculation")
package org.millrace.tax.calculation;
