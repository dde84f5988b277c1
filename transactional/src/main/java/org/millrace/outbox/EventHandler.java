package org.millrace.outbox;

import java.util.List;
import org.millrace.shared.DomainEvent;

/** A reaction of one domain to the events of another, in the same transaction. */
public interface EventHandler<E extends DomainEvent> {
  /** The one event type handled. */
  Class<E> type();

  /** Reacts to all events of that type of one publish call, in their order. */
  void handle(List<Recorded<E>> events);
}
