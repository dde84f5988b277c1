/**
 * The cash of the next weeks: what is expected to come in and go out of each bank account, and what
 * came of it.
 *
 * <p>Read {@link org.millrace.cash.forecast.CashWeek} first. Stands right of the ledger; it reads
 * open items, orders and payment runs, and posts nothing.
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
      "purchasing",
      "settlement",
      "bank",
      "ledger"
    })
package org.millrace.cash;
