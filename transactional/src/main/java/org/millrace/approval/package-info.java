/**
 * Approvals: policies that say which documents need one and by whom, requests that wait for it with
 * the command that makes the document, and delegations.
 *
 * <p>Read {@link org.millrace.approval.ApprovalRequest} first. Stands right of the ledger: it sees
 * what the domains left of it publish and holds it before it is kept.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "web::approval",
      "document",
      "document::list",
      "party",
      "price",
      "sales",
      "sales::order",
      "purchasing",
      "currency",
      "settlement",
      "credit",
      "credit::check",
      "ledger",
      "budget",
      "collaboration",
      "collaboration::follow"
    })
package org.millrace.approval;
