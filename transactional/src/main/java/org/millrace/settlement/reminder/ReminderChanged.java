package org.millrace.settlement.reminder;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A customer was reminded, or the reminder was taken back. */
@EventType("settlement.reminder-changed")
record ReminderChanged(EventHead head, Reminder reminder) implements DomainEvent {}
