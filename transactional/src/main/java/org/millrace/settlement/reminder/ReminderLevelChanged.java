package org.millrace.settlement.reminder;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A reminder level was added or is now as this says. */
@EventType("settlement.reminder-level-changed")
record ReminderLevelChanged(EventHead head, ReminderLevel level) implements DomainEvent {}
