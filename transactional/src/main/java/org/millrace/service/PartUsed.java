package org.millrace.service;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A part left stock for a ticket. */
@EventType("service.part-used")
public record PartUsed(EventHead head, Ticket ticket, Ticket.Part part) implements DomainEvent {}
