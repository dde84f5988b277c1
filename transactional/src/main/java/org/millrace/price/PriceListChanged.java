package org.millrace.price;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A price list was added or is now as this says. */
@EventType("price.price-list-changed")
public record PriceListChanged(EventHead head, PriceList priceList) implements DomainEvent {}
