package org.millrace.service;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Subject or item of an open ticket were corrected. */
@EventType("service.ticket-changed")
public record TicketChanged(EventHead head, Ticket ticket) implements DomainEvent {}
