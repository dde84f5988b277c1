package org.millrace.stock.count;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What was counted was entered or corrected; the booked quantities are those of this moment. */
@EventType("stock.count-changed")
public record CountChanged(EventHead head, Count count) implements DomainEvent {}
