package org.millrace.crm;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An opportunity was won or lost. */
@EventType("crm.opportunity-closed")
public record OpportunityClosed(EventHead head, Opportunity opportunity) implements DomainEvent {}
