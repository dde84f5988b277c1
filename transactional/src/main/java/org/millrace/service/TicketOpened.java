package org.millrace.service;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A customer asked for service. */
@EventType("service.ticket-opened")
public record TicketOpened(EventHead head, Ticket ticket) implements DomainEvent {}
