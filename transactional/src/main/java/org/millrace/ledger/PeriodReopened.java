package org.millrace.ledger;

import java.time.YearMonth;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A closed month takes entries again. */
@EventType("ledger.period-reopened")
public record PeriodReopened(EventHead head, YearMonth month, String reason)
    implements DomainEvent {}
