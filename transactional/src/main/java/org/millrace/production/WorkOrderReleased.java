package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A work order was released from the bill of material of its item. */
@EventType("production.work-order-released")
public record WorkOrderReleased(EventHead head, WorkOrder workOrder) implements DomainEvent {}
