package org.millrace.crm;

import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An opportunity entered another stage, or its lines or dates changed; lines may be dropped. */
@EventType("crm.opportunity-changed")
public record OpportunityChanged(EventHead head, Opportunity opportunity, List<Integer> dropped)
    implements DomainEvent {
  public OpportunityChanged {
    dropped = List.copyOf(dropped);
  }
}
