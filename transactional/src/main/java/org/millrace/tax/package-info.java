/**
 * Taxes on what is sold and bought: codes with rates by date, and the arithmetic of documents.
 *
 * <p>Read {@link org.millrace.tax.CalculateTax} first: it computes lines, rates and totals of one
 * document. Imports shared, the foundation and party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "database", "outbox", "web", "document", "party"})
package org.millrace.tax;
