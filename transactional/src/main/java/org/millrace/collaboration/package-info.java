/**
 * What people add to documents of any kind: comments that mention others, attached files, tags, and
 * who follows what happens to them.
 *
 * <p>Read {@link org.millrace.collaboration.Subject} first. Who may read a document may see what
 * was added to it. Stands right of the kernel of documents and knows no domain.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "database",
      "web",
      "outbox",
      "document",
      "document::number",
      "document::tag"
    })
package org.millrace.collaboration;
