package org.millrace.purchasing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An order of which nothing had arrived was corrected. */
@EventType("purchasing.order-changed")
public record OrderChanged(EventHead head, PurchaseOrder order) implements DomainEvent {}
