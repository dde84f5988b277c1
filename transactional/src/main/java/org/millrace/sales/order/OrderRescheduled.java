package org.millrace.sales.order;

import org.millrace.sales.SalesOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A customer wants an order on another day or at another priority; it is as it is then. */
@EventType("sales.order-rescheduled")
record OrderRescheduled(EventHead head, SalesOrder order) implements DomainEvent {}
