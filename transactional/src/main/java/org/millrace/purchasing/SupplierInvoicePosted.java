package org.millrace.purchasing;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A supplier's invoice passed the match against order and receipt and is owed. */
@EventType(value = "purchasing.supplier-invoice-posted", version = 2)
public record SupplierInvoicePosted(EventHead head, SupplierInvoice invoice)
    implements DomainEvent {}
