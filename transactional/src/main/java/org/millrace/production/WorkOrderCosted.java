package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Something was booked on a work order beside materials taken and goods made. */
@EventType("production.work-order-costed")
public record WorkOrderCosted(EventHead head, WorkOrder workOrder, CostPosting posting)
    implements DomainEvent {}
