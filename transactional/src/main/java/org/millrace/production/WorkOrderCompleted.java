package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods of a work order entered stock, all or in part. */
@EventType("production.work-order-completed")
public record WorkOrderCompleted(EventHead head, WorkOrder workOrder, Completion completion)
    implements DomainEvent {}
