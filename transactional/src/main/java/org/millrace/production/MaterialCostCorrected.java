package org.millrace.production;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Materials that a work order took turned out to cost something else. */
@EventType("production.material-cost-corrected")
public record MaterialCostCorrected(EventHead head, WorkOrder workOrder, CostCorrection correction)
    implements DomainEvent {}
