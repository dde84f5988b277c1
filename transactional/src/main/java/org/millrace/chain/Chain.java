package org.millrace.chain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.millrace.ledger.Ledger;

/**
 * All documents that hang together with one, in the order in which they follow each other, and the
 * entries posted from them; not complete when there are more than can be shown.
 */
record Chain(List<Member> documents, List<Link> links, List<Entry> entries, boolean complete) {
  Chain {
    documents = List.copyOf(documents);
    links = List.copyOf(links);
    entries = List.copyOf(entries);
  }

  /** A document; what follows from it stands at a later stage. */
  record Member(
      String kind, String number, int stage, @JsonUnwrapped LinkedDocument.Content content) {}

  /** A document that follows from another. */
  record Link(String kind, String number, String followsKind, String followsNumber) {}

  /** An entry with its lines, and the document it was posted from. */
  record Entry(String kind, String number, Ledger.Posted entry) {}
}
