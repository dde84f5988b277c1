package org.millrace.planning;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A work centre and its hours were set. */
@EventType("planning.work-centre-set")
public record WorkCentreSet(EventHead head, WorkCentre workCentre) implements DomainEvent {}
