package org.millrace.sales.counter;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Goods were sold and paid over the counter. */
@EventType("sales.counter-sale-made")
public record CounterSaleMade(EventHead head, CounterSale counterSale) implements DomainEvent {}
