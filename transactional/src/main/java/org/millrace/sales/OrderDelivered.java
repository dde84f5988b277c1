package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods of the order went to the customer; the order is as it is afterwards. */
@EventType("sales.order-delivered")
public record OrderDelivered(EventHead head, SalesOrder order, Delivery delivery)
    implements DomainEvent {}
