/**
 * What is bought, made, kept and sold, with the materials a made item takes.
 *
 * <p>Read {@link org.millrace.item.Items} first. Imports shared, the foundation and party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "database", "outbox", "web", "party"})
package org.millrace.item;
