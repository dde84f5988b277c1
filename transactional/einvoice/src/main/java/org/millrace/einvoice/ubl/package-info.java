/**
 * UBL 2.1 Invoice and CreditNote: one of the two syntaxes of EN 16931 (binding CEN/TS 16931-3-2).
 *
 * <p>Read {@link org.millrace.einvoice.ubl.ReadUbl} first. Imports the documents and XML.
 */
package org.millrace.einvoice.ubl;
