package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * An open item was taken over, settled or reversed.
 *
 * @param date the day of it
 * @param postings what it moves in the books; together 0
 */
@EventType("settlement.opening-item-changed")
public record OpeningItemChanged(
    EventHead head, OpeningItem item, LocalDate date, List<Posting> postings)
    implements DomainEvent {
  public OpeningItemChanged {
    postings = List.copyOf(postings);
  }
}
