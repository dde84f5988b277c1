package org.millrace.purchasing.order;

import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What had not arrived of an order is no longer expected. */
@EventType("purchasing.order-cancelled")
public record OrderCancelled(EventHead head, PurchaseOrder order, String reason)
    implements DomainEvent {}
