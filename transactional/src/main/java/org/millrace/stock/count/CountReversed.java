package org.millrace.stock.count;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Another count, which this one names, took the differences back. */
@EventType("stock.count-reversed")
public record CountReversed(EventHead head, Count count, String reason) implements DomainEvent {}
