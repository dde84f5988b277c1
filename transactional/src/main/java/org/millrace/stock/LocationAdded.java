package org.millrace.stock;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A location was added. */
@EventType("stock.location-added")
public record LocationAdded(EventHead head, Location location) implements DomainEvent {}
