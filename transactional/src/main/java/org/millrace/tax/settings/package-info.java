/**
 * What a company set for its taxes.
 *
 * <p>Read {@link org.millrace.tax.settings.SetTaxSettings} first. Imports the base package of tax.
 */
package org.millrace.tax.settings;
