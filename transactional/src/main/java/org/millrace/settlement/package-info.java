/**
 * Open items of customers and suppliers, and what settles them: payments of several at once, money
 * on account, setting off, items taken over from an earlier system.
 *
 * <p>Read {@link org.millrace.settlement.Settlements} and {@link org.millrace.settlement.OpenItem}
 * first. Invoices are settled by the verbs of sales and purchasing; the ledger posts what the
 * events tell.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::together",
      "document::list",
      "document::number",
      "document::reversal",
      "party",
      "item",
      "stock",
      "currency",
      "tax",
      "sales",
      "sales::rebate",
      "purchasing",
      "purchasing::payment"
    })
package org.millrace.settlement;
