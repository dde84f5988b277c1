package org.millrace.stock.count;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A sheet was made of what is to be counted at a location. */
@EventType("stock.count-drafted")
public record CountDrafted(EventHead head, Count count) implements DomainEvent {}
