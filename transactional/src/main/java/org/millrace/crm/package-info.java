/**
 * What may be sold and what makes it sell: opportunities on their way through the stages, and
 * campaigns for items.
 *
 * <p>Read {@link org.millrace.crm.Opportunity} and {@link org.millrace.crm.Campaign} first. Imports
 * shared, the foundation, party, item, stock and sales.
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
      "stock",
      "sales"
    })
package org.millrace.crm;
