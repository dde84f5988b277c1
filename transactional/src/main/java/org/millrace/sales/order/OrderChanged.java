package org.millrace.sales.order;

import org.millrace.sales.SalesOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An order is of something else now, or of another customer; the order is as it is then. */
@EventType("sales.order-changed")
public record OrderChanged(EventHead head, SalesOrder order) implements DomainEvent {}
