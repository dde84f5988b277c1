/**
 * Which tax code a line bears: declared rules by party, item and direction, that an accountant
 * reads and edits.
 *
 * <p>Read {@link org.millrace.tax.determination.TaxRule} and {@link
 * org.millrace.tax.determination.TaxDetermination} first. Imports the base package of tax, party
 * and item.
 */
@org.springframework.modulith.NamedInterface("determination")
package org.millrace.tax.determination;
