package org.millrace.purchasing.history;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A company set what the scorecard of its suppliers counts. */
@EventType("purchasing.scorecard-settings-set")
record ScorecardSettingsSet(EventHead head, ScorecardSettings settings) implements DomainEvent {}
