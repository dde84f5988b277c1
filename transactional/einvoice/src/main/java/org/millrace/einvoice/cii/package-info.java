/**
 * UN/CEFACT Cross Industry Invoice D16B: the other syntax of EN 16931 (binding CEN/TS 16931-3-3),
 * which Factur-X and ZUGFeRD carry inside of a PDF.
 *
 * <p>Read {@link org.millrace.einvoice.cii.ReadCii} first. Imports the documents and XML.
 */
package org.millrace.einvoice.cii;
