package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A work order that had taken no materials yet was corrected. */
@EventType("production.work-order-changed")
public record WorkOrderChanged(EventHead head, WorkOrder workOrder) implements DomainEvent {}
