package org.millrace.settlement.dispute;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A dispute was opened or is now as this says. */
@EventType("settlement.dispute-changed")
record DisputeChanged(EventHead head, Dispute dispute) implements DomainEvent {}
