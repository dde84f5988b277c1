package org.millrace.dimension;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A dimension was added or is now as this says. */
@EventType("dimension.dimension-changed")
public record DimensionChanged(EventHead head, Dimension dimension) implements DomainEvent {}
