package org.millrace.sales.order;

import org.millrace.sales.SalesOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods of an order came back and are due again; the order is as it is then. */
@EventType("sales.order-reopened")
record OrderReopened(EventHead head, SalesOrder order) implements DomainEvent {}
