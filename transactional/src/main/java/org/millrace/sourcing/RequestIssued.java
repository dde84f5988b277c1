package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Suppliers were asked for offers. */
@EventType("sourcing.request-for-quotation-issued")
public record RequestIssued(EventHead head, RequestForQuotation request) implements DomainEvent {}
