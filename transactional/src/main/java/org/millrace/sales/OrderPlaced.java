package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A customer ordered; the order is as placed. */
@EventType("sales.order-placed")
public record OrderPlaced(EventHead head, SalesOrder order) implements DomainEvent {}
