package org.millrace.ledger;

import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** An account of a company was added or is now as this says. */
@EventType("ledger.chart-account-changed")
public record ChartAccountChanged(EventHead head, ChartAccount account) implements DomainEvent {}
