package org.millrace.ledger;

import java.time.YearMonth;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/** A month may be closed although a line of its checklist is open. */
@EventType("ledger.closing-line-waived")
public record ClosingLineWaived(EventHead head, YearMonth month, ClosingCheck line, String reason)
    implements DomainEvent {}
