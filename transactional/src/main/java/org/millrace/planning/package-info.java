/**
 * How items are planned, what planners expect, and what plans propose: item policies, work centres
 * and routings, forecast overrides, proposals and the decisions on them.
 *
 * <p>Read {@link org.millrace.planning.Proposal} first. Plans are computed elsewhere and come in by
 * the API; an approved proposal becomes a document by the verbs of purchasing and production.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "party",
      "item",
      "stock",
      "purchasing",
      "production",
      "supply"
    })
package org.millrace.planning;
