package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An invoice is posted. */
@EventType("sales.invoice-posted")
public record InvoicePosted(EventHead head, Invoice invoice) implements DomainEvent {}
