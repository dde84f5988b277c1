package org.millrace.sales.quotation;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The customer took the quotation; it names the order it became. */
@EventType("sales.quotation-accepted")
record QuotationAccepted(EventHead head, Quotation quotation) implements DomainEvent {}
