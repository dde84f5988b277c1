/**
 * From what somebody needs to the purchase orders for it: requisitions, requests for quotation and
 * the offers that suppliers answer them with.
 *
 * <p>Read {@link org.millrace.sourcing.Requisition} and {@link
 * org.millrace.sourcing.RequestForQuotation} first. Imports shared, the foundation, party, item,
 * currency, stock for its locations, purchasing, which places the orders, and supply and planning
 * for the usual lots and lead times.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "document::together",
      "party",
      "currency",
      "item",
      "stock",
      "purchasing",
      "supply",
      "planning"
    })
package org.millrace.sourcing;
