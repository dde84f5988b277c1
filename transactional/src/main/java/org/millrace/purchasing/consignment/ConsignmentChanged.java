package org.millrace.purchasing.consignment;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods of a consignment were taken over, given back to it or returned, or it was cancelled. */
@EventType("purchasing.consignment-changed")
public record ConsignmentChanged(EventHead head, Consignment consignment) implements DomainEvent {}
