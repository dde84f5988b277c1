/**
 * How documents hang together: which one follows from which, over all domains.
 *
 * <p>Read {@link org.millrace.chain.LinkedKind} first: what is declared of each kind in the files
 * {@code chain/<domain>.yaml}; {@link org.millrace.chain.FollowLinks} goes from one document to all
 * that it can reach. Stands right of all domains and knows none of them but the books, for the
 * lines of entries.
 */
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "shared",
      "settings",
      "web",
      "document",
      "document::list",
      "document::number",
      "party",
      "item",
      "stock",
      "ledger"
    })
package org.millrace.chain;
