package org.millrace.outbox;

import java.util.List;
import org.millrace.shared.DomainEvent;

/** The way out of a domain: what is published here is kept if and only if the act is. */
public interface Events {
  /**
   * Puts all events into the outbox in the running transaction, in order, then calls the handlers.
   * Their rows are written before it commits. Those of acts together follow when all are done.
   *
   * @throws IllegalStateException without a running transaction
   */
  void publish(List<? extends DomainEvent> events);

  /** Writes the rows of what the running transaction has published, for who reads them in it. */
  void writeNow();
}
