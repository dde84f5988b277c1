package org.millrace.purchasing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An order was placed with a supplier. */
@EventType("purchasing.order-placed")
public record OrderPlaced(EventHead head, PurchaseOrder order) implements DomainEvent {}
