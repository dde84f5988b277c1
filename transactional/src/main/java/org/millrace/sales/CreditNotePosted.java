package org.millrace.sales;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A credit note is posted; its quantities and amounts are negative. */
@EventType("sales.credit-note-posted")
public record CreditNotePosted(EventHead head, Invoice invoice) implements DomainEvent {}
