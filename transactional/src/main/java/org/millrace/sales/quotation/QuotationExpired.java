package org.millrace.sales.quotation;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** The quotation's last day passed without an answer. */
@EventType("sales.quotation-expired")
record QuotationExpired(EventHead head, Quotation quotation) implements DomainEvent {}
