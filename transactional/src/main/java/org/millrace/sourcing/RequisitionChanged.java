package org.millrace.sourcing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A requisition is of something else, or stands elsewhere now. */
@EventType("sourcing.requisition-changed")
public record RequisitionChanged(EventHead head, Requisition requisition) implements DomainEvent {}
