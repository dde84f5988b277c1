package org.millrace.outbox;

import java.util.List;
import org.millrace.shared.DomainEvent;

/** The way out of a domain: what is published here is kept if and only if the act is. */
public interface Events {
  /**
   * Writes all events to the outbox in the running transaction, in order, then calls the handlers.
   *
   * @throws IllegalStateException without a running transaction
   */
  void publish(List<? extends DomainEvent> events);
}
