package org.millrace.purchasing.invoice;

import org.millrace.purchasing.SupplierInvoice;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A supplier's invoice was taken back by another one, which was posted for that. */
@EventType(value = "purchasing.supplier-invoice-reversed", version = 2)
public record SupplierInvoiceReversed(EventHead head, SupplierInvoice invoice)
    implements DomainEvent {}
