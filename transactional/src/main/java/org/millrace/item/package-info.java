/**
 * What is bought, made, kept and sold, with the materials a made item takes.
 *
 * <p>Read {@link org.millrace.item.Items} first. Imports shared, the kernel of documents and party.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "outbox", "web", "document", "document::together", "party"})
package org.millrace.item;
