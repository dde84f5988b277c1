package org.millrace.ledger;

import java.time.YearMonth;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A month takes no further entries. */
@EventType("ledger.period-closed")
public record PeriodClosed(EventHead head, YearMonth month) implements DomainEvent {}
