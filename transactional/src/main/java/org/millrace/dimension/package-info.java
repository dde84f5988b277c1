/**
 * What amounts are told apart by besides their account: cost centres and free dimensions, such as
 * projects, with their values and where each is needed.
 *
 * <p>Read {@link org.millrace.dimension.Dimension} first. Imports shared, the kernel of documents,
 * party and item.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "database", "outbox", "web", "document", "party", "item"})
package org.millrace.dimension;
