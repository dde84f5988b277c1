package org.millrace.cash.forecast;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A forecast of cash was kept. */
@EventType("cash.forecast-made")
record CashForecastMade(EventHead head, CashForecast forecast) implements DomainEvent {}
