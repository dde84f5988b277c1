package org.millrace.stock.cost;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods that came cost more than was known. */
@EventType("stock.landed-cost-posted")
public record LandedCostPosted(EventHead head, LandedCost landedCost) implements DomainEvent {}
