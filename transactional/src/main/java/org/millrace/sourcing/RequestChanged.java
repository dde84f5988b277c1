package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A request was extended or given up, or an offer was taken back. */
@EventType("sourcing.request-for-quotation-changed")
public record RequestChanged(EventHead head, RequestForQuotation request) implements DomainEvent {}
