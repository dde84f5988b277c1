package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** All that was delivered of the order is invoiced. */
@EventType("sales.order-invoiced")
public record OrderInvoiced(EventHead head, SalesOrder order) implements DomainEvent {}
