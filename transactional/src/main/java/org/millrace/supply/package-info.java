/**
 * Arranges what a sales order needs: nets it against stock, then makes and buys the rest.
 *
 * <p>Read {@link org.millrace.supply.plan.Netting} first. Stands to the right of sales, purchasing
 * and production and acts by their verbs alone; what holds where nobody says otherwise it asks by
 * {@link org.millrace.supply.DefaultTerms}.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "party",
      "item",
      "stock",
      "sales",
      "sales::order",
      "purchasing",
      "production"
    })
package org.millrace.supply;
