package org.millrace.settlement;

import java.time.LocalDate;
import java.util.List;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;

/**
 * Foreign items were revalued, or that was taken back.
 *
 * @param date the closing day, or the first day of the next month
 * @param postings what it moves in the books; together 0
 */
@EventType("settlement.revaluation-posted")
public record RevaluationPosted(
    EventHead head, Revaluation revaluation, LocalDate date, List<Posting> postings)
    implements DomainEvent {
  public RevaluationPosted {
    postings = List.copyOf(postings);
  }
}
