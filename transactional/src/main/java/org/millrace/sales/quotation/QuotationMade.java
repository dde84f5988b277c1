package org.millrace.sales.quotation;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods were offered to a customer; the quotation is open. */
@EventType("sales.quotation-made")
record QuotationMade(EventHead head, Quotation quotation) implements DomainEvent {}
