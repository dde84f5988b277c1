/**
 * What customers are offered, order, get, are billed and pay: quotations, orders, deliveries,
 * invoices, credit notes.
 *
 * <p>Read {@link org.millrace.sales.SalesOrder}, {@link org.millrace.sales.Invoice} and {@link
 * org.millrace.sales.Invoicing} first. Goods leave through the verbs of stock; the ledger posts
 * from the events.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "document::reversal",
      "document::together",
      "dimension",
      "party",
      "currency",
      "item",
      "price",
      "stock",
      "tax",
      "tax::calculation",
      "tax::determination"
    })
package org.millrace.sales;
