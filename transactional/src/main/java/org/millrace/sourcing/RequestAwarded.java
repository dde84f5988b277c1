package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Offers were taken; the request names the purchase orders placed for them. */
@EventType("sourcing.request-for-quotation-awarded")
public record RequestAwarded(EventHead head, RequestForQuotation request) implements DomainEvent {}
