/**
 * What is bought: orders, what arrived of them, what suppliers bill and what they were paid.
 *
 * <p>Read {@link org.millrace.purchasing.PurchaseOrder} first: its status and quantities change
 * there alone. Imports shared, the foundation, party, item, price and stock.
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
      "dimension",
      "document::reversal",
      "document::number",
      "party",
      "currency",
      "item",
      "price",
      "stock",
      "tax",
      "tax::calculation",
      "tax::determination"
    })
package org.millrace.purchasing;
