/**
 * Credit of customers: orders that exceed the credit limit of their customer are told of or held.
 *
 * <p>Read {@link org.millrace.credit.check.CreditCheck} first. Stands right of settlement: it sees
 * what sales publishes of orders and refuses the delivery of one that is held.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "document::number",
      "party",
      "sales",
      "sales::order",
      "purchasing",
      "settlement"
    })
package org.millrace.credit;
