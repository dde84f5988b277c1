package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A work order that had taken no materials yet was given up. */
@EventType("production.work-order-cancelled")
public record WorkOrderCancelled(EventHead head, WorkOrder workOrder, String reason)
    implements DomainEvent {}
