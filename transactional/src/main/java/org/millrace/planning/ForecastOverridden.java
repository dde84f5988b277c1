package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A planner replaced the forecast of a week. */
@EventType("planning.forecast-overridden")
public record ForecastOverridden(EventHead head, ForecastOverride override)
    implements DomainEvent {}
