package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Somebody asked for goods to be bought. */
@EventType("sourcing.requisition-made")
public record RequisitionMade(EventHead head, Requisition requisition) implements DomainEvent {}
