/**
 * Where goods lie, how they moved and what they are worth at moving average.
 *
 * <p>Read {@link org.millrace.stock.Stock} first. Imports shared, the foundation, party and item.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::list",
      "document::reversal",
      "party",
      "item"
    })
package org.millrace.stock;
