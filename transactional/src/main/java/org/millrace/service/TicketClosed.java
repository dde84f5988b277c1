package org.millrace.service;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The service was given and the ticket closed. */
@EventType("service.ticket-closed")
public record TicketClosed(EventHead head, Ticket ticket) implements DomainEvent {}
