package org.millrace.stock;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A location is now as this says. */
@EventType("stock.location-changed")
public record LocationChanged(EventHead head, Location location) implements DomainEvent {}
