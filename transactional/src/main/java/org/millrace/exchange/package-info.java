/**
 * Files that come in and go out: sales histories and planners' lists are imported through the verbs
 * of the domains, lists are exported.
 *
 * <p>Read {@link org.millrace.exchange.history} first. May import every domain: it stands right of
 * all of them.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "settings",
      "database",
      "outbox",
      "web",
      "json",
      "document",
      "document::together",
      "document::number",
      "document::custom",
      "document::list",
      "document::row",
      "party",
      "item",
      "stock",
      "tax",
      "purchasing::history",
      "sales",
      "bank::camt",
      "ledger",
      "planning",
      "planning::verbs"
    })
package org.millrace.exchange;
