package org.millrace.purchasing.consignment;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A supplier left goods here that stay his. */
@EventType("purchasing.consignment-received")
public record ConsignmentReceived(EventHead head, Consignment consignment) implements DomainEvent {}
