/**
 * What is bought, made, kept and sold, with the materials a made item takes.
 *
 * <p>Read {@link org.millrace.item.Items} first. Imports shared, outbox and the foundation.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "database", "outbox", "web"})
package org.millrace.item;
