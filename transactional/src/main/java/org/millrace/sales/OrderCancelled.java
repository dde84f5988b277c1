package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Nothing further of the order will be delivered. */
@EventType("sales.order-cancelled")
public record OrderCancelled(EventHead head, SalesOrder order) implements DomainEvent {}
