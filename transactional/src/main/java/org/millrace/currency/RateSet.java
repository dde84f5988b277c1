package org.millrace.currency;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A rate of exchange counts from a day on. */
@EventType("currency.rate-set")
public record RateSet(EventHead head, Rate rate) implements DomainEvent {}
