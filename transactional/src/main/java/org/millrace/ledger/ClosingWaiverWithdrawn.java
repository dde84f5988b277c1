package org.millrace.ledger;

import java.time.YearMonth;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A line of the checklist of a month is to be done after all. */
@EventType("ledger.closing-waiver-withdrawn")
public record ClosingWaiverWithdrawn(EventHead head, YearMonth month, ClosingCheck line)
    implements DomainEvent {}
