package org.millrace.planning.settings;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** What holds for all plans of a company was set. */
@EventType("planning.settings-set")
public record PlanningSettingsSet(EventHead head, PlanningSettings settings)
    implements DomainEvent {}
