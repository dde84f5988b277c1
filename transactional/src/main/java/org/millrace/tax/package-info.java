/**
 * Taxes on what is sold and bought: codes with rates by date, and the arithmetic of documents.
 *
 * <p>Read {@link org.millrace.tax.TaxCode} and {@link org.millrace.tax.calculation.CalculateTax}
 * first. Imports shared, the foundation, party and item.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "party",
      "item",
      "einvoice",
      "currency"
    })
package org.millrace.tax;
