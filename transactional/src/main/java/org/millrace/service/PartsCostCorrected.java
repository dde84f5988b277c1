package org.millrace.service;

import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * Parts that a ticket used turned out to cost something else; they are told with their new cost.
 */
@EventType("service.parts-cost-corrected")
public record PartsCostCorrected(EventHead head, Ticket ticket, List<Ticket.Part> parts)
    implements DomainEvent {
  public PartsCostCorrected {
    parts = List.copyOf(parts);
  }
}
