package org.millrace.purchasing.order;

import org.millrace.purchasing.PurchaseOrder;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Nobody will bill the goods of an order that came and are not billed: they cost nothing. */
@EventType("purchasing.bills-waived")
public record BillsWaived(EventHead head, PurchaseOrder order, String reason)
    implements DomainEvent {}
