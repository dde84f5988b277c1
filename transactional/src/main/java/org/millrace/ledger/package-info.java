/**
 * The books: accounts, balanced entries that are never changed, months that close.
 *
 * <p>Read {@link org.millrace.ledger.posting} for the declared rules and {@link
 * org.millrace.ledger.Ledger} for the verbs. May import every domain to its left, whose events it
 * posts.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::together",
      "dimension",
      "document::list",
      "document::number",
      "document::reversal",
      "party",
      "item",
      "stock",
      "tax",
      "currency",
      "settlement",
      "sales",
      "sales::rebate",
      "purchasing",
      "purchasing::invoice",
      "production",
      "asset",
      "bank"
    })
package org.millrace.ledger;
