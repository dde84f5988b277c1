/**
 * Papers that the law asks for: electronic invoices that suppliers send and those that we send.
 *
 * <p>Read {@link org.millrace.paper.EInvoice} first. Knows purchasing and sales; what it makes of a
 * supplier's file is posted by purchasing. Imports shared, the foundation, einvoice, tax and
 * collaboration.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "json",
      "database",
      "outbox",
      "web",
      "document",
      "document::number",
      "party",
      "item",
      "tax",
      "currency",
      "settings",
      "einvoice",
      "collaboration",
      "purchasing",
      "purchasing::invoice",
      "sales",
      "sales::shipment"
    })
package org.millrace.paper;
