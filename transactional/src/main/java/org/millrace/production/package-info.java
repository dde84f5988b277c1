/**
 * What is made: work orders, the materials they take and the goods they yield at actual cost.
 *
 * <p>Read {@link org.millrace.production.WorkOrder} first: its status, quantities and cost change
 * there alone. Imports shared, the foundation, party, item and stock.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::number",
      "party",
      "item",
      "stock"
    })
package org.millrace.production;
