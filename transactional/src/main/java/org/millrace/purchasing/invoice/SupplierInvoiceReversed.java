package org.millrace.purchasing.invoice;

import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A supplier's invoice was taken back by another one, which was posted for that. */
@EventType("purchasing.supplier-invoice-reversed")
public record SupplierInvoiceReversed(EventHead head, SupplierInvoice invoice)
    implements DomainEvent {}
