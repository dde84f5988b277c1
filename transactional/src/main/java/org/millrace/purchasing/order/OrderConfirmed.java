package org.millrace.purchasing.order;

import org.millrace.purchasing.PurchaseOrder;
import org.millrace.purchasing.confirmation.SupplierConfirmation;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The supplier of an order told for when he promises its lines, once more perhaps. */
@EventType("purchasing.order-confirmed")
public record OrderConfirmed(EventHead head, PurchaseOrder order, SupplierConfirmation confirmation)
    implements DomainEvent {}
