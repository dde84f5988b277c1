package org.millrace.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What happened to documents, from their events. */
public interface DocumentHistory {
  /** All acts on a document, and what reversed it, the latest first. */
  <T extends Record> List<Entry> of(DocumentKind<T> kind, Versioned<T> document);

  /**
   * One act: its event, who did it, when it happened and when it was recorded, the reason given,
   * and each field that it changed.
   */
  record Entry(
      long version,
      String event,
      String actor,
      Instant occurredAt,
      Instant recordedAt,
      Optional<String> reason,
      List<Changed> changes) {}

  /** A field before and after; absent where there was no value. */
  record Changed(String field, Optional<JsonNode> before, Optional<JsonNode> after) {}
}
