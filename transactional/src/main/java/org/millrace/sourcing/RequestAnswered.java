package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A supplier made an offer, which replaces what he offered before. */
@EventType("sourcing.request-for-quotation-answered")
public record RequestAnswered(EventHead head, RequestForQuotation request) implements DomainEvent {}
