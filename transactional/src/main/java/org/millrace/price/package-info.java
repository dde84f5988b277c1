/**
 * Prices agreed with customers and suppliers: lists by partner, customer group, quantity, period
 * and currency, and what one of an item costs by them.
 *
 * <p>Read {@link org.millrace.price.Prices} first. Imports shared, the foundation, party and item.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "database", "outbox", "web", "document", "party", "item"})
package org.millrace.price;
