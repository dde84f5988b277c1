package org.millrace.stock.count;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What was counted differs so much from what was booked, and the differences were booked. */
@EventType("stock.count-posted")
public record CountPosted(EventHead head, Count count) implements DomainEvent {}
