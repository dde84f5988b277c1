package org.millrace.ingestion.contract;

import org.millrace.ingestion.envelope.Event;
import org.millrace.ingestion.outbox.OutboxRow;

/** A row with the verdict on it: an empty reason means that the event keeps its contract. */
public record Validated(OutboxRow row, String reason, long validatedAtMicros) {

  /** The event that was validated. */
  public Event event() {
    return row.event();
  }

  /** Whether the event breaks its contract. */
  public boolean isRejected() {
    return !reason.isEmpty();
  }
}
