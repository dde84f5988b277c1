package org.millrace.planning;

import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The operations that make an item were set; some of those before may have been dropped. */
@EventType("planning.routing-set")
public record RoutingSet(EventHead head, Routing routing, List<Integer> dropped)
    implements DomainEvent {
  public RoutingSet {
    dropped = List.copyOf(dropped);
  }
}
