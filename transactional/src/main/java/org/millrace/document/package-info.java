/**
 * The kernel of all documents: one way to store, lock, number, list, search and change them.
 *
 * <p>Read {@link org.millrace.document.DocumentKind} first: a domain declares its record there, and
 * {@link org.millrace.document.Documents} stores it, its lines and versions; {@link
 * org.millrace.document.DocumentEndpoints} answers lists, single documents and their history.
 * Imports shared, json, settings, database, outbox and web; no business word stands here.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"shared", "json", "settings", "database", "outbox", "web", "web::part"})
package org.millrace.document;
