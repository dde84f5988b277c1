package org.millrace.purchasing.tolerance;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A company set by how much a supplier's bill may differ. */
@EventType("purchasing.match-tolerance-set")
public record MatchToleranceSet(EventHead head, MatchTolerance tolerance) implements DomainEvent {}
