package org.millrace.sales.quotation;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An open quotation offers something else now. */
@EventType("sales.quotation-changed")
record QuotationChanged(EventHead head, Quotation quotation) implements DomainEvent {}
