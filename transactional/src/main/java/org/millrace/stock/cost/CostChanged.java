package org.millrace.stock.cost;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** One of an item costs something else from now on. */
@EventType("stock.cost-changed")
public record CostChanged(EventHead head, CostChange costChange) implements DomainEvent {}
