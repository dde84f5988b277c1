package org.millrace.planning;

import java.time.Instant;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A planner took an override back; the forecast counts again. */
@EventType("planning.forecast-override-withdrawn")
public record ForecastOverrideWithdrawn(
    EventHead head, ForecastOverride override, String withdrawnBy, Instant withdrawnAt)
    implements DomainEvent {}
