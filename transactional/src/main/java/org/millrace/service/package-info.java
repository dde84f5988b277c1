/**
 * Service for what customers bought: tickets, the parts they take, what these cost.
 *
 * <p>Read {@link org.millrace.service.Ticket} first: its status and parts change there alone.
 * Imports shared, the foundation, party, item and stock.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "party",
      "item",
      "stock"
    })
package org.millrace.service;
