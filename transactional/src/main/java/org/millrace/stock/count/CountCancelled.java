package org.millrace.stock.count;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A count that was not posted was given up. */
@EventType("stock.count-cancelled")
public record CountCancelled(EventHead head, Count count) implements DomainEvent {}
