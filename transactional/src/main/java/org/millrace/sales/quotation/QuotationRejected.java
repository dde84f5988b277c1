package org.millrace.sales.quotation;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The customer declined the quotation, for a reason. */
@EventType("sales.quotation-rejected")
record QuotationRejected(EventHead head, Quotation quotation) implements DomainEvent {}
