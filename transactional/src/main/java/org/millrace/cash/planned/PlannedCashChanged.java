package org.millrace.cash.planned;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** Money was planned, or the plan is now as this says. */
@EventType("cash.planned-changed")
record PlannedCashChanged(EventHead head, PlannedCash planned) implements DomainEvent {}
