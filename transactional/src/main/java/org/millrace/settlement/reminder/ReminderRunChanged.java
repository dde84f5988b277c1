package org.millrace.settlement.reminder;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A reminder run was proposed or is now as this says. */
@EventType("settlement.reminder-run-changed")
record ReminderRunChanged(EventHead head, ReminderRun run) implements DomainEvent {}
