package org.millrace.sales.shipment;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A shipment was begun or is now as this says. */
@EventType("sales.shipment-changed")
public record ShipmentChanged(EventHead head, Shipment shipment) implements DomainEvent {}
