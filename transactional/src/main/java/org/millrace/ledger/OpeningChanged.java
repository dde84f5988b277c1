package org.millrace.ledger;

import java.time.LocalDate;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * Balances of accounts were taken over, or that was reversed.
 *
 * @param date the day of it in the books
 */
@EventType("ledger.opening-changed")
public record OpeningChanged(EventHead head, Opening opening, LocalDate date)
    implements DomainEvent {}
