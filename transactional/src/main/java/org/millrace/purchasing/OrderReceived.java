package org.millrace.purchasing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods of an order arrived, all or in part. */
@EventType("purchasing.order-received")
public record OrderReceived(EventHead head, PurchaseOrder order, Receipt receipt)
    implements DomainEvent {}
