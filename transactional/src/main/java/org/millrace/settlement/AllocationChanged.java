package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * Open items were set off against each other, or that was reversed.
 *
 * @param date the day of it
 * @param postings what it moves in the books beside what the items tell themselves; together 0
 */
@EventType("settlement.allocation-changed")
public record AllocationChanged(
    EventHead head, Allocation allocation, LocalDate date, List<Posting> postings)
    implements DomainEvent {
  public AllocationChanged {
    postings = List.copyOf(postings);
  }
}
