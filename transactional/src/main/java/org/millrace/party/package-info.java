/**
 * Companies whose books are kept, and the parties they trade with.
 *
 * <p>Read {@link org.millrace.party.Parties} first. Imports shared, outbox and the kernel of
 * documents.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "outbox",
      "web",
      "document",
      "document::together",
      "document::list"
    })
package org.millrace.party;
