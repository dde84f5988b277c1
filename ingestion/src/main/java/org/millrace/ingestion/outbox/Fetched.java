package org.millrace.ingestion.outbox;

import java.util.Optional;

/** What the fetching thread hands to the reader. */
sealed interface Fetched {

  /** A row to emit. */
  record Row(OutboxRow row) implements Fetched {}

  /** All rows up to here were handed over; perhaps complete up to a moment. */
  record Reached(Frontier frontier, Optional<Long> completeToMicros) implements Fetched {}
}
