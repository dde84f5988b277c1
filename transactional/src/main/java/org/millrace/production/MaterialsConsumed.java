package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Materials left stock for a work order. */
@EventType("production.materials-consumed")
public record MaterialsConsumed(EventHead head, WorkOrder workOrder, Consumption consumption)
    implements DomainEvent {}
