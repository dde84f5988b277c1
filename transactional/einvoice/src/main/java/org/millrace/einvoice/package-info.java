/**
 * Electronic invoices and credit notes as EN 16931 has them: one document for both of its syntaxes.
 *
 * <p>Read {@link org.millrace.einvoice.EInvoice} first, then {@link
 * org.millrace.einvoice.EInvoiceFile}. Imports the JDK, Saxon and PDFBox; no Spring.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN,
    allowedDependencies = {})
package org.millrace.einvoice;
