package org.millrace.purchasing.match;

import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The supplier billed an order, all or in part. */
@EventType("purchasing.order-invoiced")
public record OrderInvoiced(EventHead head, PurchaseOrder order) implements DomainEvent {}
