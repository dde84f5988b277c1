package org.millrace.crm;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A chance to sell was noted. */
@EventType("crm.opportunity-opened")
public record OpportunityOpened(EventHead head, Opportunity opportunity) implements DomainEvent {}
