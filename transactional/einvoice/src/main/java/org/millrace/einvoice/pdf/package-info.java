/**
 * Invoices inside of PDF, as Factur-X and ZUGFeRD have them.
 *
 * <p>Read {@link org.millrace.einvoice.pdf.HybridPdf} first. Imports the documents and PDFBox.
 */
package org.millrace.einvoice.pdf;
