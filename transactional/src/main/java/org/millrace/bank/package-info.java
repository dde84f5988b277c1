/**
 * Accounts at banks, their statements, and what was paid and received by each line of them.
 *
 * <p>Read {@link org.millrace.bank.match.MatchLines} first. Imports shared, the foundation, party
 * and the domains whose open items are settled.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "web::approval",
      "document",
      "document::number",
      "document::reversal",
      "document::list",
      "party",
      "party::checkdigit",
      "tax",
      "sales",
      "purchasing",
      "settlement"
    })
package org.millrace.bank;
