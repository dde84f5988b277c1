package org.millrace.service;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A closed ticket was opened again, for a reason. */
@EventType("service.ticket-reopened")
public record TicketReopened(EventHead head, Ticket ticket, String reason) implements DomainEvent {}
