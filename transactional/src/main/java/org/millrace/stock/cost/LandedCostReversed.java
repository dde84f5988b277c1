package org.millrace.stock.cost;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Another landed cost took this one back. */
@EventType("stock.landed-cost-reversed")
public record LandedCostReversed(EventHead head, LandedCost landedCost) implements DomainEvent {}
